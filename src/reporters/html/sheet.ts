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
  /** Names of rules as they were drawn before: a portfolio repeats each of them in every dossier. */
  readonly drawnNames: Map<string, Markup>;
}

export const exhibitsOf = ({ exhibits }: Sheet, dossier: string, fingerprint: string): readonly Exhibit[] =>
  exhibits?.get(dossier)?.get(fingerprint) ?? [];

/** A rule by its title, if it has one, and its id. */
export function ruleName({ locale, titles, drawnNames }: Sheet, ruleId: string): Markup {
  const before = drawnNames.get(ruleId);
  if (before !== undefined) return before;
  const title = titles.get(ruleId);
  const drawn =
    title === undefined ? markup`<code>${ruleId}</code>` : markup`${local(locale, title)} <code>${ruleId}</code>`;
  drawnNames.set(ruleId, drawn);
  return drawn;
}
