import type { LocalText } from '../../dossier/problem.ts';
import { attachmentText, basisText, evidenceText, subjectText, suppressionText } from '../../report/phrases.ts';
import type { FindingReport, LocationReport, ProblemReport } from '../../report/report.ts';
import { confidenceNames, severityNames, verdictNames, words } from '../../report/wording.ts';
import { exhibitList } from './exhibits.ts';
import { inBoth, link, local, Markup, markup, nothing } from './markup.ts';
import { exhibitsOf, ruleName, type Sheet } from './sheet.ts';
import { pageWords } from './words.ts';

/** How a finding is filtered and coloured: by severity, or as one for a person to decide. */
export type Weight = FindingReport['severity'] | 'review';

export const weightOf = ({ kind, severity }: FindingReport): Weight => (kind === 'review' ? 'review' : severity);

export const weightName = (weight: Weight): LocalText =>
  weight === 'review' ? verdictNames.review : severityNames[weight];

/** One finding as an article. `level` is that of its heading. */
export function findingArticle(sheet: Sheet, dossier: string, finding: FindingReport, level: 3 | 4): Markup {
  const { locale } = sheet;
  const weight = weightOf(finding);
  const heading = new Markup(`h${level}`);
  const { location } = finding;
  const attachment = inBoth((each) => attachmentText(location, each));
  const rows = (title: LocalText, values: readonly Markup[]) =>
    values.length === 0
      ? nothing
      : markup`<dt>${local(locale, title)}</dt>${values.map((value) => markup`<dd>${value}</dd>`)}`;
  const row = (title: LocalText, value: Markup) => rows(title, [value]);
  return markup`<article class="finding ${weight}" data-severity="${weight}" data-rule="${finding.ruleId}" data-subject="${finding.subject}">
<${heading}><span class="badge">${local(locale, weightName(weight))}</span> ${local(locale, finding.texts.message)}</${heading}>
<p class="meta"><span>${ruleName(sheet, finding.ruleId)}</span> ${local(
    locale,
    inBoth((each) => subjectText(finding.subject, each)),
  )}${
    finding.confidence === 'high'
      ? nothing
      : markup` <span>${local(locale, words.confidence)} ${local(locale, confidenceNames[finding.confidence])}</span>`
  }</p>
<dl>${row(words.where, place(location))}${attachment['zh-CN'] === '' ? nothing : row(words.attachment, local(locale, attachment))}</dl>
${finding.compared === undefined ? nothing : compared(sheet, finding.compared)}
${exhibitList(sheet, exhibitsOf(sheet, dossier, finding.fingerprint))}
<dl>${rows(
    words.basis,
    finding.basis.map((basis) => basisLine(sheet, basis)),
  )}${rows(
    words.evidence,
    finding.evidence
      .filter(({ at, caution }) => at !== '' || caution !== undefined)
      .map((evidence) =>
        local(
          locale,
          inBoth((each) => evidenceText(evidence, each)),
        ),
      ),
  )}${
    finding.suppressed === undefined
      ? nothing
      : row(words.suppressedHeading, suppressionLine(sheet, finding.suppressed))
  }</dl>
<div class="fix copied"><p><strong>${local(locale, words.fix)}</strong> <span class="copied-text">${local(locale, finding.texts.fix)}</span></p>${copyButton(sheet, pageWords.copyFix)}</div>${letter(sheet, finding)}
</article>
`;
}

const suppressionLine = ({ locale }: Sheet, suppressed: NonNullable<FindingReport['suppressed']>) =>
  local(
    locale,
    inBoth((each) => suppressionText(suppressed, each)),
  );

function basisLine({ locale }: Sheet, basis: FindingReport['basis'][number]): Markup {
  const text = local(
    locale,
    inBoth((each) => basisText(basis, each)),
  );
  return basis.url === undefined ? text : markup`${text}<br>${link(basis.url)}`;
}

const copyButton = ({ locale }: Sheet, title: LocalText): Markup =>
  local(locale, title, 'button', markup` type="button" class="copy"`);

/** The text to paste or send, where the finding has one. */
function letter(sheet: Sheet, finding: FindingReport): Markup {
  const text = finding.letter.trim();
  if (text === '') return nothing;
  return markup`<details open class="letter"><summary>${local(sheet.locale, words.letter)}</summary><div class="copied"><pre lang="zh-CN" class="copied-text">${text}</pre>${copyButton(sheet, pageWords.copyLetter)}</div></details>`;
}

function compared({ locale }: Sheet, { seen, expected }: { readonly seen: string; readonly expected: string }): Markup {
  return markup`<div class="compared"><div><span>${local(locale, words.seen)}</span><p>${seen}</p></div><div><span>${local(locale, words.expected)}</span><p>${expected}</p></div></div>`;
}

const place = (location: LocationReport): Markup =>
  markup`<code>${location.file}:${location.line}:${location.column}</code>${sourceLine(location)}`;

/** The YAML line, marked from the column on. */
function sourceLine({
  line,
  column,
  excerpt,
}: {
  readonly line: number | null;
  readonly column: number | null;
  readonly excerpt: string;
}): Markup {
  if (line === null || excerpt.trim() === '') return nothing;
  const at = Math.max(0, (column ?? 1) - 1);
  return markup`<code class="source"><span class="number" aria-hidden="true">${line}</span>${excerpt.slice(0, at)}<mark>${excerpt.slice(at).trimEnd()}</mark></code>`;
}

/** What is wrong with dossier.yaml itself. */
export function problemArticle({ locale }: Sheet, problem: ProblemReport, level: 3 | 4): Markup {
  const heading = new Markup(`h${level}`);
  const spot = [problem.file, problem.line, problem.column].filter((part) => part !== null).join(':');
  return markup`<article class="finding ${problem.stops ? 'error' : 'warning'}">
<${heading}>${local(locale, problem.texts)}</${heading}>
<p class="meta"><code>${spot}</code></p>${sourceLine(problem)}
</article>
`;
}
