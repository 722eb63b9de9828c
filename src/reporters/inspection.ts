import type { FileInspection, PageInspection, PageQuality } from '../imaging/inspection.ts';
import type { Locale } from '../report/report.ts';
import { colourNames, sideNames } from '../report/scan-wording.ts';
import { type StraddleSeal, straddleSealsOf } from '../report/straddle-seals.ts';
import { placeLines, sealLines, sliceLines, straddleLines } from './pretty/inspected-marks.ts';
import { indent, marks, type Page, pageFor, paragraph } from './pretty/page.ts';
import { printableLine } from './printable.ts';
import type { ReporterOptions } from './reporter.ts';

/** What was seen in files, for the terminal. */
export function describeInspections(files: readonly FileInspection[], options: ReporterOptions): string {
  const page = pageFor(options);
  return `${files.map((file) => fileLines(page, file).join('\n')).join('\n\n')}\n`;
}

const words = {
  'zh-CN': {
    bytes: '字节',
    page: '第',
    pageEnd: '页',
    noSeal: '没有印章',
    text: '文字',
    layer: 'PDF 自带',
    ocr: '识别',
    none: '没有文字',
    sure: '把握',
  },
  en: {
    bytes: 'bytes',
    page: 'page',
    pageEnd: '',
    noSeal: 'no seal',
    text: 'text',
    layer: 'of the PDF itself',
    ocr: 'recognised',
    none: 'no text',
    sure: 'confidence',
  },
} as const satisfies Record<Locale, object>;

const percent = (share: number) => `${Math.round(share * 100)}%`;

function fileLines(page: Page, { file, bytes, mediaType, problem, pages }: FileInspection): string[] {
  const say = words[page.locale];
  const straddles = straddleSealsOf(pages);
  return [
    page.chalk.bold(printableLine(file)),
    ...indent([`${mediaType || '?'} · ${bytes} ${say.bytes}`], 2),
    ...(problem === null
      ? []
      : indent(paragraph(page, `${marks.error} ${problem.message}`, 2), 2).map((line) => page.chalk.red(line))),
    ...pages.flatMap((each) => pageLines(page, each, straddles)),
    ...straddles.flatMap((seal) => straddleLines(page, seal)),
  ];
}

function pageLines(page: Page, seen: PageInspection, straddles: readonly StraddleSeal[]): string[] {
  const { number, widthMm, heightMm, dpi, colour, text, quality, seals, edges, signatures } = seen;
  const say = words[page.locale];
  const title = `${say.page} ${number} ${say.pageEnd}`.trim();
  const facts = `${title} · ${Math.round(widthMm)} × ${Math.round(heightMm)} mm · ${Math.round(dpi)} dpi · ${colourNames[colour][page.locale]}`;
  return [
    ...indent([facts], 2),
    ...(quality === null ? [] : indent(paragraph(page, qualityFacts(quality, page.locale), 4), 4)),
    ...(seals === null
      ? []
      : seals.length === 0
        ? indent([page.chalk.dim(say.noSeal)], 4)
        : seals.flatMap((seal) => sealLines(page, seal))),
    ...(edges === null ? [] : sliceLines(page, edges, straddles)),
    ...(signatures ?? []).flatMap((place) => placeLines(page, place)),
    ...(text === null ? [] : textLines(page, text)),
  ];
}

function qualityFacts(quality: PageQuality, locale: Locale): string {
  const { sharpness, skewDegrees, rotation, glareShare, lightEvenness, croppedSides, blank } = quality;
  const facts: readonly (readonly [string, string])[] =
    locale === 'en'
      ? [
          ['sharpness', sharpness.toFixed(2)],
          ['skew', `${skewDegrees.toFixed(1)}°`],
          ['turned', `${rotation}°`],
          ['glare', percent(glareShare)],
          ['even light', lightEvenness.toFixed(2)],
        ]
      : [
          ['清晰度', sharpness.toFixed(2)],
          ['歪斜', `${skewDegrees.toFixed(1)}°`],
          ['需旋转', `${rotation}°`],
          ['反光', percent(glareShare)],
          ['光照均匀', lightEvenness.toFixed(2)],
        ];
  const notes = [
    ...(blank ? [locale === 'en' ? 'blank page' : '空白页'] : []),
    ...(croppedSides.length > 0
      ? [
          `${locale === 'en' ? 'cropped' : '裁切'}: ${croppedSides.map((side) => sideNames[side][locale]).join(locale === 'en' ? ', ' : '、')}`,
        ]
      : []),
  ];
  return [...facts.map(([name, value]) => `${name} ${value}`), ...notes].join(' · ');
}

// The first lines show whether the page was read; the whole text is in the JSON.
const shownLines = 6;

function textLines(page: Page, text: NonNullable<PageInspection['text']>): string[] {
  const say = words[page.locale];
  if (text.source === 'none') return indent([page.chalk.dim(say.none)], 4);
  const lines = text.content.split('\n').filter((line) => line.trim() !== '');
  const rest = lines.length - shownLines;
  return [
    ...indent([`${say.text} (${say[text.source]}, ${say.sure} ${percent(text.confidence)})`], 4),
    ...indent(
      lines.slice(0, shownLines).flatMap((line) => paragraph(page, line.trim(), 6)),
      6,
    ),
    ...(rest > 0
      ? indent([page.chalk.dim(page.locale === 'en' ? `… ${rest} more lines` : `……还有 ${rest} 行`)], 6)
      : []),
  ];
}
