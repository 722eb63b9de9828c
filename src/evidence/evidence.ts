/** Why a fact could not be seen. A rule that lacks its evidence is `open` with one of these, never `pass`. */
export const openReasons = [
  'offline',
  'timeout',
  'redacted',
  'unreadable',
  'not-supplied',
  'rate-limited',
  'stale',
  'no-answer',
  'inside',
  'inconclusive',
  'internal-error',
] as const;
export type OpenReason = (typeof openReasons)[number];

export const confidences = ['low', 'medium', 'high'] as const;
export type Confidence = (typeof confidences)[number];

export interface KnownEvidence<T> {
  readonly state: 'known';
  readonly value: T;
  /** Who said it, e.g. `whois.cnnic.cn` or the attachment's path. */
  readonly source: string;
  /** ISO 8601 with zone for answers; the file's own path has no time and gives ''. */
  readonly at: string;
  readonly confidence: Confidence;
  /** Replayed from a recording beside the dossier. */
  readonly recorded: boolean;
  /** Said aloud in the report beside the verdict, e.g. that a recording was edited by hand. */
  readonly caution?: string;
}

export interface UnknownEvidence {
  readonly state: 'unknown';
  readonly reason: OpenReason;
  readonly detail?: string;
}

export type Evidence<T> = KnownEvidence<T> | UnknownEvidence;

export const known = <T>(
  value: T,
  from: {
    readonly source: string;
    readonly at?: string;
    readonly confidence?: Confidence;
    readonly recorded?: boolean;
    readonly caution?: string;
  },
): KnownEvidence<T> => ({
  state: 'known',
  value,
  source: from.source,
  at: from.at ?? '',
  confidence: from.confidence ?? 'high',
  recorded: from.recorded ?? false,
  ...(from.caution === undefined ? {} : { caution: from.caution }),
});

export const unknown = (reason: OpenReason, detail?: string): UnknownEvidence => ({
  state: 'unknown',
  reason,
  ...(detail === undefined ? {} : { detail }),
});
