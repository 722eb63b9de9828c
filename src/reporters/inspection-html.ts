import { readFileSync } from 'node:fs';
import type { LocalText } from '../dossier/problem.ts';
import type { FileInspection } from '../imaging/inspection.ts';
import { packageFile } from '../package-file.ts';
import { fillTemplate } from '../report/fill-template.ts';
import type { FilePictures } from '../report/inspection-pictures.ts';
import type { QualityLimits } from '../report/quality-limits.ts';
import type { Locale } from '../report/report.ts';
import { sealVerdictNames, signatureVerdicts, straddleStates } from '../report/scan-wording.ts';
import { straddleSealsOf } from '../report/straddle-seals.ts';
import { inspectedPage } from './html/inspected-page.ts';
import { straddlePanel } from './html/inspected-slices.ts';
import { inspectionWords } from './html/inspection-words.ts';
import { inBoth, local, localAttribute, Markup, markup, nothing } from './html/markup.ts';
import { pageWords } from './html/words.ts';

export interface InspectionPage {
  readonly locale: Locale;
  /** Masked, unless `unmasked`. */
  readonly files: readonly FileInspection[];
  /** In the order of `files`. */
  readonly pictures: readonly FilePictures[];
  readonly limits: QualityLimits;
  readonly unmasked: boolean;
  readonly version: string;
}

/** What was seen in files, as one page without any request to elsewhere. Pure: the same inspection gives the same bytes. */
export function inspectionHtml(sheet: InspectionPage): string {
  const { locale, files, version, unmasked } = sheet;
  return markup`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
${local(locale, inspectionWords.title, 'title')}
<style>${asset('page.css')}${asset('inspection.css')}</style>
</head>
<body>
<header>
<div class="bar-top"><p class="quiet">icp-check ${version} · inspect</p>
<p class="buttons">${local(locale, pageWords.language, 'button', markup` type="button" id="language"`)} ${local(locale, pageWords.theme, 'button', markup` type="button" id="theme"`)} ${local(locale, pageWords.print, 'button', markup` type="button" id="print"`)}</p></div>
${local(locale, inspectionWords.title, 'h1')}
${local(locale, inspectionWords.intro, 'p', markup` class="quiet"`)}
${unmasked ? local(locale, inspectionWords.unmasked, 'p', markup` class="caution"`) : local(locale, inspectionWords.masked, 'p', markup` class="quiet"`)}
${layers(locale)}
</header>
<main>
${overview(locale, files)}
${files.map((file, index) => inspectedFile(sheet, file, index))}
</main>
<div id="said" role="status" aria-live="polite"></div>
<script type="application/json" id="words">{}</script>
<script>${asset('page.js')}</script>
</body>
</html>
`.html;
}

/** Our own files: read once, inserted as they are. */
const asset = (name: string): Markup => new Markup(readFileSync(packageFile(`src/reporters/html/${name}`), 'utf8'));

/** Which boxes the pictures show; the style sheet does the rest. */
function layers(locale: Locale): Markup {
  const box = (
    id: string,
    text: (typeof inspectionWords)['showSeals' | 'showSlices' | 'showSignatures' | 'showLines'],
    on: boolean,
  ) =>
    markup`<label><input type="checkbox" id="${id}"${on ? markup` checked` : nothing}> ${local(locale, text)}</label>`;
  return markup`<form class="controls layers"><fieldset>${local(locale, inspectionWords.show, 'legend')}${box('show-seals', inspectionWords.showSeals, true)} ${box('show-slices', inspectionWords.showSlices, true)} ${box('show-places', inspectionWords.showSignatures, true)} ${box('show-lines', inspectionWords.showLines, false)}</fieldset></form>`;
}

const fileId = (index: number) => `f${index + 1}`;

function overview(locale: Locale, files: readonly FileInspection[]): Markup {
  const heads = [
    inspectionWords.files,
    inspectionWords.pages,
    inspectionWords.seals,
    inspectionWords.straddles,
    inspectionWords.signatures,
    inspectionWords.problem,
  ];
  return markup`<div class="scroll" tabindex="0" role="region"${localAttribute(locale, 'aria-label', inspectionWords.files)}><table class="inspections"><thead><tr>${heads.map(
    (head) => local(locale, head, 'th', markup` scope="col"`),
  )}</tr></thead><tbody>${files.map((file, index) => overviewRow(locale, file, index))}</tbody></table></div>`;
}

function overviewRow(locale: Locale, { file, pages, problem }: FileInspection, index: number): Markup {
  const seals = pages.flatMap((page) => page.seals ?? []).map(({ verdict }) => sealVerdictNames[verdict]);
  const straddles = straddleSealsOf(pages).map(({ state }) => straddleStates[state]);
  const places = pages.flatMap((page) => page.signatures ?? []).map(({ verdict }) => signatureVerdicts[verdict]);
  return markup`<tr><td><a href="#${fileId(index)}">${file}</a></td><td class="count">${pages.length}</td><td class="count">${counted(locale, seals)}</td><td>${counted(locale, straddles)}</td><td class="count">${counted(locale, places)}</td><td>${problem === null ? nothing : markup`<strong class="missed">${problem.message}</strong>`}</td></tr>`;
}

/** Each name once, with how often it came. */
function counted(locale: Locale, names: readonly LocalText[]): Markup {
  const counts = new Map<LocalText, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  if (counts.size === 0) return local(locale, inspectionWords.none);
  const text = inBoth((each) => [...counts].map(([name, count]) => `${name[each]} ${count}`).join(' · '));
  return local(locale, text);
}

function inspectedFile({ locale, pictures, limits }: InspectionPage, seen: FileInspection, index: number): Markup {
  const { file, mediaType, bytes, sha256, problem, pages } = seen;
  const straddles = straddleSealsOf(pages);
  const size = inBoth((each) => fillTemplate(inspectionWords.bytes[each], { bytes: bytes.toLocaleString('en') }));
  return markup`<section class="file" id="${fileId(index)}"><h2>${file}</h2>
<p class="quiet">${mediaType} · ${local(locale, size)} · SHA-256 <code>${sha256.slice(0, 16)}…</code></p>
${problem === null ? nothing : markup`<p class="caution">${problem.message}</p>`}
${straddlePanel(locale, pages, straddles, pictures[index])}
${pages.map((page) => inspectedPage({ locale, file, page, limits, straddles, pictures: pictures[index]?.get(page.number) }))}</section>
`;
}
