import type { PageEdges, SealInspection, SignatureInspection } from '../../imaging/inspection.ts';
import type { Box } from '../../imaging/raster.ts';
import { fillTemplate } from '../../report/fill-template.ts';
import type { Locale } from '../../report/report.ts';
import {
  sealInkNames,
  sealMeasureNames,
  sealReasons,
  sealShapeNames,
  sealVerdictNames,
  sideNames,
  signatureReasons,
  signatureVerdicts,
  straddleStates,
  straddleWords,
} from '../../report/scan-wording.ts';
import { type StraddleSeal, sealOfSlice, straddledPages } from '../../report/straddle-seals.ts';
import { printableLine } from '../printable.ts';
import { indent, marks, type Page, paragraph } from './page.ts';

const words = {
  'zh-CN': {
    seal: '印章',
    name: '印文',
    nothing: '读不出',
    inner: '中间',
    number: '编码',
    sure: '把握',
    place: '签字处',
    label: '印着',
    strokes: '笔画总长',
  },
  en: {
    seal: 'seal',
    name: 'reads',
    nothing: 'nothing readable',
    inner: 'inside',
    number: 'number',
    sure: 'confidence',
    place: 'place for a signature',
    label: 'its print',
    strokes: 'length of strokes',
  },
} as const satisfies Record<Locale, object>;

const percent = (share: number): string => `${Math.round(share * 100)}%`;
const placeOf = ({ x, y, width, height }: Box): string =>
  `x ${percent(x)} y ${percent(y)} ${percent(width)} × ${percent(height)}`;

/** One line in the colour of what was judged, and the facts below it. */
function judged(
  page: Page,
  state: 'good' | 'bad' | 'doubtful',
  title: string,
  facts: readonly string[],
  left = 4,
): string[] {
  const { chalk } = page;
  const colour = state === 'good' ? chalk.green : state === 'bad' ? chalk.red : chalk.yellow;
  const mark = state === 'good' ? marks.pass : marks.review;
  return [
    ...indent(
      paragraph(page, `${mark} ${title}`, left).map((line) => colour(line)),
      left,
    ),
    ...indent(
      facts.flatMap((fact) => paragraph(page, fact, left + 2)),
      left + 2,
    ),
  ];
}

export function sealLines(page: Page, seal: SealInspection): string[] {
  const { locale } = page;
  const say = words[locale];
  const state = seal.verdict === 'legible' ? 'good' : seal.verdict === 'inconclusive' ? 'doubtful' : 'bad';
  const read =
    seal.text === '' ? say.nothing : `${printableLine(seal.text)} (${say.sure} ${percent(seal.textConfidence)})`;
  const kinds = [sealVerdictNames[seal.verdict], sealShapeNames[seal.shape], sealInkNames[seal.ink]];
  return judged(page, state, [say.seal, ...kinds.map((name) => name[locale])].join(' · '), [
    `${say.name}: ${read}`,
    ...(seal.innerText === '' ? [] : [`${say.inner}: ${printableLine(seal.innerText)}`]),
    ...(seal.number === '' ? [] : [`${say.number}: ${printableLine(seal.number)}`]),
    `${sealMeasureNames.contrast[locale]} ${percent(seal.contrast)} · ${sealMeasureNames.coverage[locale]} ${percent(seal.coverage)} · ${sealMeasureNames.diameter[locale]} ${seal.diameterMm.toFixed(0)} mm`,
    `${placeOf(seal.box)} · ${sealReasons[seal.reason]?.[locale] ?? seal.reason}`,
  ]);
}

/** What the side edges of one page bear of straddle seals. */
export function sliceLines(page: Page, { slices, unclear }: PageEdges, straddles: readonly StraddleSeal[]): string[] {
  const { locale, chalk } = page;
  const sides = unclear.map((side) => sideNames[side][locale]).join(locale === 'en' ? ' or ' : '、');
  return [
    ...slices.map((slice) => {
      const part = fillTemplate(straddleWords.part[locale], { letter: sealOfSlice(straddles, slice)?.letter });
      const edge = fillTemplate(straddleWords.edge[locale], { side: sideNames[slice.side][locale] });
      const fromTop = `${straddleWords.fromTop[locale]} ${slice.topMm.toFixed(0)}–${slice.bottomMm.toFixed(0)} mm`;
      return `${part} · ${edge} · ${sealInkNames[slice.ink][locale]} · ${fromTop} · ${straddleWords.depth[locale]} ${slice.depthMm.toFixed(1)} mm`;
    }),
    ...(unclear.length === 0
      ? []
      : paragraph(page, fillTemplate(straddleWords.unclear[locale], { side: sides }), 4).map((line) =>
          chalk.dim(line),
        )),
  ].flatMap((line) => indent([line], 4));
}

/** One straddle seal, after the pages that bear its parts. */
export function straddleLines(page: Page, seal: StraddleSeal): string[] {
  const { locale } = page;
  const state = seal.state === 'joined' ? 'good' : seal.state === 'alone' ? 'doubtful' : 'bad';
  const title = fillTemplate(straddleWords.seal[locale], { letter: seal.letter });
  const edge = fillTemplate(straddleWords.edge[locale], { side: sideNames[seal.side][locale] });
  const facts = [
    `${straddledPages(seal)[locale]} · ${edge} · ${sealInkNames[seal.ink][locale]}`,
    `${straddleWords.together[locale]} ${seal.widthMm.toFixed(1)} mm · ${straddleWords.height[locale]} ${seal.diameterMm.toFixed(1)} mm`,
  ];
  return judged(page, state, `${title} · ${straddleStates[seal.state][locale]}`, facts, 2);
}

/** A place that asks for a signature, and what stands there. */
export function placeLines(page: Page, place: SignatureInspection): string[] {
  const { locale } = page;
  const say = words[locale];
  const state = place.verdict === 'signed' ? 'good' : place.verdict === 'inconclusive' ? 'doubtful' : 'bad';
  return judged(page, state, `${say.place} · ${signatureVerdicts[place.verdict][locale]}`, [
    `${say.label}: ${printableLine(place.label)}`,
    `${signatureReasons[place.reason][locale]} · ${say.sure} ${percent(place.confidence)} · ${say.strokes} ${place.strokeMm.toFixed(0)} mm`,
    placeOf(place.box),
  ]);
}
