/** A sentence in every language that reports come in; both carry the same facts. */
export interface LocalText {
  readonly 'zh-CN': string;
  readonly en: string;
}

/** Something wrong with what the user gave us. `stops` when the dossier cannot be judged at all. */
export interface InputProblem {
  readonly id: string;
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  /** The YAML line itself, '' when there is none. */
  readonly excerpt: string;
  readonly message: LocalText;
  readonly stops: boolean;
}
