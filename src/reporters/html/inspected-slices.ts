import type { LocalText } from '../../dossier/problem.ts';
import type { PageInspection, SealSlice } from '../../imaging/inspection.ts';
import { sliceBox } from '../../imaging/seal/slice-box.ts';
import { THRESHOLDS } from '../../imaging/seal/thresholds.ts';
import type { Picture } from '../../report/exhibit.ts';
import { fillTemplate } from '../../report/fill-template.ts';
import type { FilePictures } from '../../report/inspection-pictures.ts';
import type { Locale } from '../../report/report.ts';
import { sealInkNames, sideNames, straddleStates, straddleWords } from '../../report/scan-wording.ts';
import { type StraddleSeal, sealOfSlice, straddledPages } from '../../report/straddle-seals.ts';
import { inlineImage } from './inline-image.ts';
import { type Measure, measureTable } from './inspected-measures.ts';
import { inspectionWords } from './inspection-words.ts';
import { inBoth, local, type Markup, markup, nothing } from './markup.ts';
import { placed } from './placed.ts';

const named = (text: LocalText, { letter }: StraddleSeal): LocalText =>
  inBoth((each) => fillTemplate(text[each], { letter }));
const edge = (side: SealSlice['side']): LocalText =>
  inBoth((each) => fillTemplate(straddleWords.edge[each], { side: sideNames[side][each] }));
const mm = (value: number): string => `${value.toFixed(1)} mm`;
const tag = ({ letter, state }: StraddleSeal): Markup => markup`<span class="tag slice ${state}">${letter}</span>`;

/** Which slices of a file were put together into which straddle seals, laid side by side as the sheets were fanned. */
export function straddlePanel(
  locale: Locale,
  pages: readonly PageInspection[],
  straddles: readonly StraddleSeal[],
  pictures: FilePictures | undefined,
): Markup {
  if (straddles.length === 0) return nothing;
  const seals = straddles.map((seal) => {
    const title = named(straddleWords.seal, seal);
    const where = inBoth(
      (each) => `${straddledPages(seal)[each]} · ${edge(seal.side)[each]} · ${sealInkNames[seal.ink][each]}`,
    );
    return markup`<article class="found slice"><h4>${tag(seal)} ${local(locale, title)}: ${local(locale, straddleStates[seal.state], 'strong')}</h4>
<p>${local(locale, where)}</p>
<div class="crop">${sideBySide(locale, seal, pages, pictures)}${measureTable(locale, title, joinMeasures(seal))}</div></article>`;
  });
  return markup`<section class="straddles">${local(locale, inspectionWords.straddles, 'h3')}${seals}</section>`;
}

function sideBySide(
  locale: Locale,
  seal: StraddleSeal,
  pages: readonly PageInspection[],
  pictures: FilePictures | undefined,
): Markup {
  const parts = seal.slices.flatMap((slice, index) => {
    const number = seal.pages[index] ?? 0;
    const at = pages.find((page) => page.number === number)?.edges?.slices.indexOf(slice) ?? -1;
    const picture = pictures?.get(number)?.slices[at];
    return picture === undefined ? [] : [{ number, picture }];
  });
  if (parts.length === 0) return nothing;
  // On sheets that were scanned upside down the first page's part is the rightmost one.
  const ordered = seal.side === 'right' ? parts : parts.toReversed();
  const title = named(straddleWords.part, seal);
  return markup`<figure class="side-by-side">${ordered.map(
    ({ number, picture }) =>
      markup`<span>${inlineImage(
        locale,
        picture,
        inBoth((each) => `${title[each]} · ${fillTemplate(inspectionWords.page[each], { number })}`),
      )}<small aria-hidden="true">${number}</small></span>`,
  )}</figure>`;
}

function joinMeasures(seal: StraddleSeal): readonly Measure[] {
  const { width, perSliceMm } = THRESHOLDS.joinedSlices;
  const least = Math.max(0, width[0] * seal.diameterMm - perSliceMm * seal.slices.length);
  const together = { name: straddleWords.together, value: mm(seal.widthMm) };
  return [
    seal.state === 'alone' ? together : { ...together, least: mm(least), met: seal.widthMm >= least },
    { name: straddleWords.height, value: mm(seal.diameterMm) },
  ];
}

/** What the side edges of one page bear. */
export function slicesPanel(
  locale: Locale,
  { edges }: PageInspection,
  straddles: readonly StraddleSeal[],
  pictures: readonly Picture[] | undefined,
): Markup {
  if (edges === null) return nothing;
  const parts = edges.slices.map((slice, index) => {
    const seal = sealOfSlice(straddles, slice);
    return seal === undefined ? nothing : slicePanel(locale, seal, slice, pictures?.[index]);
  });
  const unclear = inBoth((each) =>
    fillTemplate(straddleWords.unclear[each], {
      side: edges.unclear.map((side) => sideNames[side][each]).join(each === 'en' ? ' or ' : '、'),
    }),
  );
  return markup`${parts}${edges.unclear.length === 0 ? nothing : local(locale, unclear, 'p', markup` class="quiet"`)}`;
}

function slicePanel(locale: Locale, seal: StraddleSeal, slice: SealSlice, picture: Picture | undefined): Markup {
  const title = named(straddleWords.part, seal);
  const measures: readonly Measure[] = [
    { name: straddleWords.fromTop, value: `${slice.topMm.toFixed(1)}–${mm(slice.bottomMm)}` },
    { name: straddleWords.depth, value: mm(slice.depthMm) },
    { name: straddleWords.innerExtent, value: mm(slice.innerExtentMm) },
    { name: straddleWords.outerExtent, value: mm(slice.outerExtentMm) },
  ];
  return markup`<article class="found slice"><h4>${tag(seal)} ${local(locale, title)}: ${local(locale, edge(slice.side), 'strong')} <small class="quiet">${local(locale, sealInkNames[slice.ink])}</small></h4>
<div class="crop">${picture === undefined ? nothing : inlineImage(locale, picture, title)}${measureTable(locale, title, measures)}</div></article>`;
}

/** The boxes over the picture of a page. */
export const sliceMarks = (page: PageInspection, straddles: readonly StraddleSeal[]): readonly Markup[] =>
  (page.edges?.slices ?? []).map((slice) => {
    const seal = sealOfSlice(straddles, slice);
    return markup`<span class="mark slice ${seal?.state ?? 'alone'} ${slice.side}" style="${placed(sliceBox(slice, page))}"><b>${seal?.letter ?? ''}</b></span>`;
  });
