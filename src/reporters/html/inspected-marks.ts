import type { LocalText } from '../../dossier/problem.ts';
import type { SealInspection, SignatureInspection } from '../../imaging/inspection.ts';
import { THRESHOLDS as SEAL_LIMITS } from '../../imaging/seal/thresholds.ts';
import { leastCoverage } from '../../imaging/seal/verdict.ts';
import { THRESHOLDS as SIGNATURE_LIMITS } from '../../imaging/signature/thresholds.ts';
import type { Picture } from '../../report/exhibit.ts';
import { fillTemplate } from '../../report/fill-template.ts';
import type { SealPictures } from '../../report/inspection-pictures.ts';
import type { Locale } from '../../report/report.ts';
import {
  sealInkNames,
  sealKindNames,
  sealMeasureNames,
  sealReasons,
  sealShapeNames,
  sealVerdictNames,
  signatureReasons,
  signatureVerdicts,
} from '../../report/scan-wording.ts';
import { inlineImage } from './inline-image.ts';
import { type Measure, measureTable, share } from './inspected-measures.ts';
import { inspectionWords } from './inspection-words.ts';
import { inBoth, local, type Markup, markup, nothing } from './markup.ts';

const numbered = (text: LocalText, index: number): LocalText =>
  inBoth((each) => fillTemplate(text[each], { number: index + 1 }));
const same = (text: string): LocalText => ({ 'zh-CN': text, en: text });
const joined = (...texts: readonly LocalText[]): LocalText =>
  inBoth((each) => texts.map((text) => text[each]).join(' · '));

/** @param seals null when seals were not asked for */
export function sealsPanel(
  locale: Locale,
  seals: readonly SealInspection[] | null,
  pictures: readonly SealPictures[] | undefined,
): Markup {
  if (seals === null) return nothing;
  if (seals.length === 0) return local(locale, inspectionWords.noSeal, 'p', markup` class="quiet"`);
  return markup`${seals.map((seal, index) => sealPanel(locale, seal, index, pictures?.[index]))}`;
}

function sealPanel(locale: Locale, seal: SealInspection, index: number, pictures: SealPictures | undefined): Markup {
  const title = numbered(inspectionWords.seal, index);
  const reason = sealReasons[seal.reason] ?? same(seal.reason);
  const limits = SEAL_LIMITS.verdict;
  const faint = limits.faintContrast[seal.ink];
  const read = (text: string): string | LocalText => (text === '' ? inspectionWords.none : text);
  const measures: readonly Measure[] = [
    { name: sealMeasureNames.contrast, value: share(seal.contrast), least: share(faint), met: seal.contrast >= faint },
    {
      name: sealMeasureNames.coverage,
      value: share(seal.coverage),
      least: share(leastCoverage(seal.shape, seal.ink, seal.contrast)),
      met: seal.coverage >= leastCoverage(seal.shape, seal.ink, seal.contrast),
    },
    { name: sealMeasureNames.sharpness, value: share(seal.sharpness) },
    { name: inspectionWords.name, value: read(seal.text) },
    { name: inspectionWords.sure, value: share(seal.textConfidence) },
    { name: inspectionWords.inner, value: read(seal.innerText) },
    { name: inspectionWords.number, value: read(seal.number) },
    { name: sealMeasureNames.diameter, value: `${seal.diameterMm.toFixed(0)} mm` },
  ];
  const facts = joined(sealShapeNames[seal.shape], sealInkNames[seal.ink], sealKindNames[seal.kind] ?? same(seal.kind));
  const strip =
    pictures === undefined
      ? nothing
      : pictures.strip === null
        ? local(locale, inspectionWords.noStrip, 'p', markup` class="quiet"`)
        : markup`<figure class="strip">${inlineImage(locale, pictures.strip, joined(title, inspectionWords.strip))}<figcaption>${local(locale, inspectionWords.strip)}</figcaption></figure>`;
  return markup`<article class="found stamp"><h4><span class="tag stamp ${seal.verdict}">${index + 1}</span> ${local(locale, title)}: ${local(locale, sealVerdictNames[seal.verdict], 'strong')}</h4>
<p>${local(locale, reason)} <small class="quiet">${local(locale, facts)}</small></p>
<div class="crop">${pictures === undefined ? nothing : inlineImage(locale, pictures.crop, title)}${measureTable(locale, title, measures)}</div>${strip}</article>`;
}

/** @param places null when text was not asked for, by which they are found */
export function signaturesPanel(
  locale: Locale,
  places: readonly SignatureInspection[] | null,
  pictures: readonly Picture[] | undefined,
): Markup {
  if (places === null || places.length === 0) return nothing;
  return markup`${places.map((place, index) => placePanel(locale, place, index, pictures?.[index]))}`;
}

function placePanel(locale: Locale, place: SignatureInspection, index: number, picture: Picture | undefined): Markup {
  const title = numbered(inspectionWords.place, index);
  const limits = SIGNATURE_LIMITS.verdict;
  const measures: readonly Measure[] = [
    { name: inspectionWords.label, value: place.label },
    { name: inspectionWords.sure, value: share(place.confidence) },
    {
      name: inspectionWords.strokes,
      value: `${place.strokeMm.toFixed(0)} mm`,
      least: `${limits.leastStrokeMm} mm`,
      met: place.strokeMm >= limits.leastStrokeMm,
    },
    { name: inspectionWords.slant, value: share(place.slant) },
    { name: inspectionWords.heightRatio, value: place.heightRatio.toFixed(1) },
    { name: inspectionWords.underSeal, value: share(place.sealShare) },
  ];
  return markup`<article class="found place"><h4><span class="tag place ${place.verdict}">${index + 1}</span> ${local(locale, title)}: ${local(locale, signatureVerdicts[place.verdict], 'strong')}</h4>
<p>${local(locale, signatureReasons[place.reason])}</p>
<div class="crop">${picture === undefined ? nothing : inlineImage(locale, picture, title)}${measureTable(locale, title, measures)}</div></article>`;
}
