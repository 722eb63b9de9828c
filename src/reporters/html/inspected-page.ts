import type { LocalText } from '../../dossier/problem.ts';
import type { PageInspection } from '../../imaging/inspection.ts';
import { fillTemplate } from '../../report/fill-template.ts';
import type { PagePictures } from '../../report/inspection-pictures.ts';
import type { QualityLimits } from '../../report/quality-limits.ts';
import type { Locale } from '../../report/report.ts';
import { colourNames, sideNames } from '../../report/scan-wording.ts';
import type { StraddleSeal } from '../../report/straddle-seals.ts';
import { inlineImage } from './inline-image.ts';
import { sealsPanel, signaturesPanel } from './inspected-marks.ts';
import { type Measure, measureTable, share } from './inspected-measures.ts';
import { sliceMarks, slicesPanel } from './inspected-slices.ts';
import { inspectionWords, withheldPages } from './inspection-words.ts';
import { inBoth, local, type Markup, markup, nothing } from './markup.ts';
import { placed } from './placed.ts';

export interface InspectedPage {
  readonly locale: Locale;
  readonly file: string;
  readonly page: PageInspection;
  /** undefined when no pictures were drawn. */
  readonly pictures: PagePictures | undefined;
  readonly limits: QualityLimits;
  /** Of the whole file. */
  readonly straddles: readonly StraddleSeal[];
}

/** One page: the picture with its boxes to the left, what was measured to the right. */
export function inspectedPage(sheet: InspectedPage): Markup {
  const { locale, page, limits, pictures, straddles } = sheet;
  const { number, widthMm, heightMm, colour } = page;
  const facts = inBoth((each) =>
    fillTemplate(inspectionWords.sheet[each], {
      widthMm: Math.round(widthMm),
      heightMm: Math.round(heightMm),
      colour: colourNames[colour][each],
    }),
  );
  return markup`<section class="inspected"><h3>${local(locale, pageName(number))} <small class="quiet">${local(locale, facts)}</small></h3>
<div class="beside"><div class="picture">${pagePicture(sheet)}</div>
<div class="measured">${page.quality === null ? nothing : measureTable(locale, inspectionWords.quality, qualityMeasures(page, limits))}
${sealsPanel(locale, page.seals, pictures?.seals)}
${slicesPanel(locale, page, straddles, pictures?.slices)}
${signaturesPanel(locale, page.signatures, pictures?.signatures)}
${textPanel(locale, page)}</div></div></section>
`;
}

const pageName = (number: number): LocalText => inBoth((each) => fillTemplate(inspectionWords.page[each], { number }));

function pagePicture({ locale, file, page, pictures, straddles }: InspectedPage): Markup {
  const picture = pictures?.page ?? 'unreadable';
  if (typeof picture === 'string') return local(locale, withheldPages[picture], 'p', markup` class="withheld"`);
  const description = inBoth((each) => `${file} · ${pageName(page.number)[each]}`);
  return markup`<span class="paper">${inlineImage(locale, picture, description)}${boxes(page, straddles)}</span>`;
}

/** Everything found on the page, numbered as in the panels beside it. */
function boxes(page: PageInspection, straddles: readonly StraddleSeal[]): Markup {
  const { seals, signatures, text } = page;
  const lines = (text?.lines ?? []).map(
    ({ box, text: read, confidence }) =>
      markup`<span class="mark line" style="${placed(box)}" title="${read} · ${share(confidence)}"></span>`,
  );
  const places = (signatures ?? []).map(
    ({ box, verdict }, index) =>
      markup`<span class="mark place ${verdict}" style="${placed(box)}"><b>${index + 1}</b></span>`,
  );
  const found = (seals ?? []).map(
    ({ box, verdict }, index) =>
      markup`<span class="mark stamp ${verdict}" style="${placed(box)}"><b>${index + 1}</b></span>`,
  );
  return markup`<span aria-hidden="true">${lines}${places}${found}${sliceMarks(page, straddles)}</span>`;
}

const millimetresPerInch = 25.4;

function qualityMeasures({ dpi, quality, text }: PageInspection, limits: QualityLimits): readonly Measure[] {
  if (quality === null) return [];
  const { blank, textHeightMm, croppedSides, rotation } = quality;
  if (blank) {
    return [
      { name: inspectionWords.ink, value: share(quality.inkShare) },
      { name: inspectionWords.blank, value: '', met: false },
    ];
  }
  const pixels = textHeightMm === null ? null : (textHeightMm / millimetresPerInch) * dpi;
  return [
    {
      name: inspectionWords.resolution,
      value: `${dpi} dpi`,
      least: `${limits.leastDpi} dpi`,
      met: dpi >= limits.leastDpi,
    },
    ...(textHeightMm === null || pixels === null
      ? []
      : [
          {
            name: inspectionWords.textHeight,
            value: `${textHeightMm.toFixed(1)} mm · ${pixels.toFixed(0)} px`,
            least: `${limits.leastTextPixels} px`,
            met: pixels >= limits.leastTextPixels,
          },
          {
            name: inspectionWords.sharpness,
            value: share(quality.sharpness),
            least: share(limits.clearSharpness),
            met: quality.sharpness >= limits.clearSharpness,
          },
        ]),
    {
      name: inspectionWords.skew,
      value: `${quality.skewDegrees.toFixed(1)}°`,
      most: `${limits.mostDegrees}°`,
      met: Math.abs(quality.skewDegrees) <= limits.mostDegrees,
    },
    { name: inspectionWords.rotation, value: `${rotation}°`, met: rotation === 0 },
    {
      name: inspectionWords.glare,
      value: share(quality.glareShare),
      most: share(limits.mostGlare),
      met: quality.glareShare <= limits.mostGlare,
    },
    {
      name: inspectionWords.evenness,
      value: share(quality.lightEvenness),
      least: share(limits.leastEvenness),
      met: quality.lightEvenness >= limits.leastEvenness,
    },
    {
      name: inspectionWords.cropped,
      value:
        croppedSides.length === 0
          ? inspectionWords.none
          : inBoth((each) => croppedSides.map((side) => sideNames[side][each]).join(' ')),
      met: croppedSides.length === 0,
    },
    {
      name: inspectionWords.moire,
      value: share(quality.moire),
      most: share(limits.mostMoire),
      met: quality.moire <= limits.mostMoire,
    },
    { name: inspectionWords.ink, value: share(quality.inkShare) },
    ...(text === null || text.source !== 'ocr'
      ? []
      : [{ name: inspectionWords.textRead, value: share(text.confidence) }]),
  ];
}

function textPanel(locale: Locale, { text }: PageInspection): Markup {
  if (text === null || text.lines.length === 0) return nothing;
  const title = inBoth((each) => fillTemplate(inspectionWords.text[each], { count: text.lines.length }));
  return markup`<details class="read">${local(locale, title, 'summary')}<ol>${text.lines.map(
    ({ text: line, confidence }) => markup`<li>${line} <small class="quiet">${share(confidence)}</small></li>`,
  )}</ol></details>`;
}
