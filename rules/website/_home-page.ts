import type { SubjectValues } from '../../src/dossier/subjects.ts';
import type { FoundNumber } from '../../src/identifiers/find-numbers.ts';
import type { HomePage, PageNumber } from '../../src/network/homepage.ts';

/** A site that is still to be opened has no home page to look at. */
export const isRunning = ({ subject }: { readonly subject: { readonly value: SubjectValues['website'] } }): boolean =>
  subject.value.state !== 'new';

/** Scripts may draw more, the rest was cut off, or the reader is sent on: what is not seen may be there all the same. */
export const mayHoldMore = ({ drawnByScripts, truncated, refresh }: HomePage): boolean =>
  drawnByScripts || truncated || refresh !== null;

type Form = FoundNumber['form'];
export type NumberOf<F extends Form> = PageNumber & { readonly number: Extract<FoundNumber, { readonly form: F }> };

/** The numbers of one form that a reader of the page can see. */
export function shownNumbers<F extends Form>(page: HomePage, form: F): readonly NumberOf<F>[] {
  return page.numbers.filter((each): each is NumberOf<F> => each.number.form === form && each.visible);
}

/** What the page's elements hide: its own search box or a theme's leftover shows nothing to a reader. */
export const hiddenNumbers = (page: HomePage, form: Form): readonly PageNumber[] =>
  page.numbers.filter(({ number, visible }) => number.form === form && !visible);

const begun = {
  filing: /\p{Script=Han}?\s?ICP\s?备案?\s?[\dX×*_][^\s\p{Script=Han}]{0,20}号?/iu,
  police: /\p{Script=Han}?\s?公网安备\s?[\dX×*_][^\s\p{Script=Han}]{0,24}号?/iu,
} as const;

/** What begins like a number and is none, such as a theme's `京ICP备XXXXXXXX号` or one with half of its digits. */
export const brokenNumber = (page: HomePage, form: keyof typeof begun): string | undefined =>
  begun[form].exec(page.text.normalize('NFKC'))?.[0].trim();

/** Lines at the end that are the foot whatever they are marked up as; feet rarely have more. */
const lastLines = 8;

/** Some pages mark up another foot, such as an article's, and put the number below it. */
export const isAtFoot = (page: HomePage, { inFoot, number }: PageNumber): boolean =>
  inFoot || page.text.split('\n').slice(-lastLines).join('\n').normalize('NFKC').includes(number.written);

export const hostOf = (href: string): string => (URL.canParse(href) ? new URL(href).hostname : href);
