import type { FileInspection, PageInspection, PageQuality, SealInspection } from '../imaging/inspection.ts';
import type { Locale } from '../report/report.ts';
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
    seal: '印章',
    name: '印文',
    nothing: '读不出',
    inner: '中间',
    number: '编码',
    contrast: '对比度',
    coverage: '圆环可见',
    diameter: '直径',
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
    seal: 'seal',
    name: 'reads',
    nothing: 'nothing readable',
    inner: 'inside',
    number: 'number',
    contrast: 'contrast',
    coverage: 'ring visible',
    diameter: 'diameter',
    sure: 'confidence',
  },
} as const satisfies Record<Locale, object>;

const verdicts = {
  legible: { 'zh-CN': '清晰', en: 'legible' },
  faint: { 'zh-CN': '过浅', en: 'faint' },
  illegible: { 'zh-CN': '无法辨认', en: 'illegible' },
  'cut-off': { 'zh-CN': '不完整', en: 'cut off' },
  inconclusive: { 'zh-CN': '无法判断', en: 'inconclusive' },
} as const satisfies Record<SealInspection['verdict'], Record<Locale, string>>;

const shapes = {
  round: { 'zh-CN': '圆形', en: 'round' },
  oval: { 'zh-CN': '椭圆形', en: 'oval' },
  rectangle: { 'zh-CN': '长方形', en: 'rectangular' },
  square: { 'zh-CN': '方形', en: 'square' },
} as const satisfies Record<SealInspection['shape'], Record<Locale, string>>;

const inks = {
  red: { 'zh-CN': '红色', en: 'red' },
  grey: { 'zh-CN': '灰色', en: 'grey' },
  other: { 'zh-CN': '其他颜色', en: 'another colour' },
} as const satisfies Record<SealInspection['ink'], Record<Locale, string>>;

const colours = {
  colour: { 'zh-CN': '彩色', en: 'colour' },
  greyscale: { 'zh-CN': '灰度', en: 'greyscale' },
  bitonal: { 'zh-CN': '黑白', en: 'black and white' },
} as const satisfies Record<PageInspection['colour'], Record<Locale, string>>;

const percent = (share: number) => `${Math.round(share * 100)}%`;

function fileLines(page: Page, { file, bytes, mediaType, problem, pages }: FileInspection): string[] {
  const say = words[page.locale];
  return [
    page.chalk.bold(printableLine(file)),
    ...indent([`${mediaType || '?'} · ${bytes} ${say.bytes}`], 2),
    ...(problem === null
      ? []
      : indent(paragraph(page, `${marks.error} ${problem.message}`, 2), 2).map((line) => page.chalk.red(line))),
    ...pages.flatMap((each) => pageLines(page, each)),
  ];
}

function pageLines(
  page: Page,
  { number, widthMm, heightMm, dpi, colour, text, quality, seals }: PageInspection,
): string[] {
  const say = words[page.locale];
  const title = `${say.page} ${number} ${say.pageEnd}`.trim();
  const facts = `${title} · ${Math.round(widthMm)} × ${Math.round(heightMm)} mm · ${Math.round(dpi)} dpi · ${colours[colour][page.locale]}`;
  return [
    ...indent([facts], 2),
    ...(quality === null ? [] : indent(paragraph(page, qualityFacts(quality, page.locale), 4), 4)),
    ...(seals === null
      ? []
      : seals.length === 0
        ? indent([page.chalk.dim(say.noSeal)], 4)
        : seals.flatMap((seal) => sealLines(page, seal))),
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
    ...(croppedSides.length > 0 ? [`${locale === 'en' ? 'cropped' : '裁切'}: ${croppedSides.join(', ')}`] : []),
  ];
  return [...facts.map(([name, value]) => `${name} ${value}`), ...notes].join(' · ');
}

function sealLines(page: Page, seal: SealInspection): string[] {
  const { locale, chalk } = page;
  const say = words[locale];
  const good = seal.verdict === 'legible';
  const colour = good ? chalk.green : seal.verdict === 'inconclusive' ? chalk.yellow : chalk.red;
  const read =
    seal.text === '' ? say.nothing : `${printableLine(seal.text)} (${say.sure} ${percent(seal.textConfidence)})`;
  const { x, y, width, height } = seal.box;
  return [
    ...indent(
      [
        colour(
          `${good ? marks.pass : marks.review} ${say.seal} · ${verdicts[seal.verdict][locale]} · ${shapes[seal.shape][locale]} · ${inks[seal.ink][locale]}`,
        ),
      ],
      4,
    ),
    ...indent(
      [
        `${say.name}: ${read}`,
        ...(seal.innerText === '' ? [] : [`${say.inner}: ${printableLine(seal.innerText)}`]),
        ...(seal.number === '' ? [] : [`${say.number}: ${printableLine(seal.number)}`]),
        `${say.contrast} ${percent(seal.contrast)} · ${say.coverage} ${percent(seal.coverage)} · ${say.diameter} ${seal.diameterMm.toFixed(0)} mm`,
        `x ${percent(x)} y ${percent(y)} ${percent(width)} × ${percent(height)} · ${seal.reason}`,
      ],
      6,
    ),
  ];
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
