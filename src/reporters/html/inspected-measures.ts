import type { LocalText } from '../../dossier/problem.ts';
import { fillTemplate } from '../../report/fill-template.ts';
import type { Locale } from '../../report/report.ts';
import { inspectionWords } from './inspection-words.ts';
import { inBoth, local, type Markup, markup, nothing } from './markup.ts';

/** One thing that was measured, and the limit that it was judged by. */
export interface Measure {
  readonly name: LocalText;
  readonly value: string | LocalText;
  readonly least?: string;
  readonly most?: string;
  /** Left out where nothing is judged by it. */
  readonly met?: boolean;
}

export const share = (value: number): string => {
  const percent = value * 100;
  return `${percent > 0 && percent < 10 ? percent.toFixed(1) : percent.toFixed(0)}%`;
};

export function measureTable(locale: Locale, caption: LocalText, measures: readonly Measure[]): Markup {
  return markup`<table class="measures"><caption>${local(locale, caption)}</caption><thead><tr>${[
    inspectionWords.measure,
    inspectionWords.value,
    inspectionWords.limit,
  ].map((title) => local(locale, title, 'th', markup` scope="col"`))}</tr></thead><tbody>${measures.map((measure) =>
    row(locale, measure),
  )}</tbody></table>`;
}

function row(locale: Locale, { name, value, least, most, met }: Measure): Markup {
  const limit =
    least !== undefined
      ? inBoth((each) => fillTemplate(inspectionWords.atLeast[each], { limit: least }))
      : most !== undefined
        ? inBoth((each) => fillTemplate(inspectionWords.atMost[each], { limit: most }))
        : null;
  const judged =
    met === undefined
      ? nothing
      : markup` <span class="${met ? 'met' : 'failed'}">${met ? '✓' : '✗'}<span class="unseen">${local(locale, met ? inspectionWords.met : inspectionWords.failed)}</span></span>`;
  return markup`<tr${met === false ? markup` class="missed"` : nothing}><th scope="row">${local(locale, name)}</th><td>${typeof value === 'string' ? value : local(locale, value)}${judged}</td><td class="quiet">${limit === null ? nothing : local(locale, limit)}</td></tr>`;
}
