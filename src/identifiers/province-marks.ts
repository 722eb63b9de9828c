/** The numbers that begin with a one-character abbreviation of a province. */
export type MarkedNumber = 'filing' | 'licence' | 'police';

export interface ProvinceMark {
  /** First two digits of GB/T 2260, for example `51`. */
  readonly provinceCode: string;
  /** The abbreviation that this kind of number usually has there, for example 蜀 on filings of Sichuan. */
  readonly usual: string;
  /**
   * `unusual`: seen only in placeholders, copied pages or old sites, a reason to look again.
   * `unverified`: nobody has confirmed which abbreviation is right, so it must not be called wrong.
   */
  readonly standing: 'usual' | 'unusual' | 'unverified';
}

/** By kind of number, then by abbreviation. Built from the provinces of the reference data. */
export type ProvinceMarks = Readonly<Record<MarkedNumber, ReadonlyMap<string, ProvinceMark>>>;

/** The abbreviation that a number bears, as the parsers report it. */
export interface MarkOfNumber extends ProvinceMark {
  readonly written: string;
}
