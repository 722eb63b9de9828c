import type { Exhibit, Exhibits } from '../../report/exhibit.ts';
import type { Locale } from '../../report/report.ts';
import type { Pictures } from './pictures.ts';

/** What every part of the page needs to know to draw itself. */
export interface Sheet {
  readonly locale: Locale;
  readonly pictures: Pictures;
  readonly exhibits: Exhibits | undefined;
}

export const exhibitsOf = ({ exhibits }: Sheet, dossier: string, fingerprint: string): readonly Exhibit[] =>
  exhibits?.get(dossier)?.get(fingerprint) ?? [];
