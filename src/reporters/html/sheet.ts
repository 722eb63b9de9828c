import type { RuleTitles } from '../../report/describe-rules.ts';
import type { Exhibit, Exhibits } from '../../report/exhibit.ts';
import type { Locale } from '../../report/report.ts';
import { local, type Markup, markup } from './markup.ts';
import type { Pictures } from './pictures.ts';

/** What every part of the page needs to know to draw itself. */
export interface Sheet {
  readonly locale: Locale;
  readonly pictures: Pictures;
  readonly exhibits: Exhibits | undefined;
  readonly titles: RuleTitles;
}

export const exhibitsOf = ({ exhibits }: Sheet, dossier: string, fingerprint: string): readonly Exhibit[] =>
  exhibits?.get(dossier)?.get(fingerprint) ?? [];

/** A rule by its title, if it has one, and its id. */
export function ruleName({ locale, titles }: Sheet, ruleId: string): Markup {
  const title = titles.get(ruleId);
  return title === undefined ? markup`<code>${ruleId}</code>` : markup`${local(locale, title)} <code>${ruleId}</code>`;
}
