import type { LineCounter } from 'yaml';

export type Path = readonly (string | number)[];

/** A spot in the YAML text, both from 1. */
export interface Spot {
  readonly line: number;
  readonly column: number;
}

const keyOf = (path: Path) => JSON.stringify(path);

/** Where every node of a dossier stands in its text. Paths use the schema's English keys, whatever language was written. */
export class Positions {
  readonly #offsets = new Map<string, number>();
  readonly #lines: readonly string[];
  readonly #counter: LineCounter;

  constructor(source: string, counter: LineCounter) {
    this.#lines = source.split(/\r\n|\n|\r/u);
    this.#counter = counter;
  }

  set(path: Path, offset: number): void {
    this.#offsets.set(keyOf(path), offset);
  }

  /** The spot of a node, or of the nearest one above it that was written. */
  find(path: Path): Spot {
    for (let length = path.length; length >= 0; length--) {
      const offset = this.#offsets.get(keyOf(path.slice(0, length)));
      if (offset !== undefined) return this.at(offset);
    }
    return { line: 1, column: 1 };
  }

  at(offset: number): Spot {
    const { line, col } = this.#counter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }

  /** The text of a line, from 1; '' past the end. */
  line(number: number): string {
    return this.#lines[number - 1] ?? '';
  }
}
