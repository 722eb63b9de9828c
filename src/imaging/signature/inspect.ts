import type { PageText, SignatureInspection } from '../inspection.ts';
import type { PageImage } from '../page-image.ts';
import { redChannel } from '../plane.ts';
import { type PaperLevel, paperLevel } from '../quality/paper-level.ts';
import type { Box, Raster } from '../raster.ts';
import type { PaperSize } from '../seal/detect.ts';
import { type QuarterTurn, turn, unturnBox } from '../turn.ts';
import { type Area, findLabels, type SignatureLabel } from './labels.ts';
import { eraseLine, eraseRules, penInk } from './pen-ink.ts';
import { type Judged, judgeZone } from './verdict.ts';
import { findWritings, wholeWriting } from './writing.ts';
import { besideLabel, underLabel, type Zone } from './zones.ts';

/** What the places of one page are judged by, beside its pixels. */
export interface SignaturePageFacts {
  readonly text: PageText;
  /** How far the page must be turned clockwise to stand upright; the boxes of `text` are of the page as it lies. */
  readonly rotation: QuarterTurn;
  /** Of the lines of text, as `PageQuality` gives it. */
  readonly skewDegrees: number;
  /** Boxes of seals whose ink is no red, on the page as it lies. */
  readonly greySeals: readonly Box[];
}

/** Finds the places of a page where its print asks for a signature, and judges what stands there. Boxes are of the page as it lies. */
export function inspectSignatures(
  { raster: page, paper: lying, rasterDpi: dpi }: PageImage,
  { text, rotation, skewDegrees, greySeals }: SignaturePageFacts,
): SignatureInspection[] {
  const sideways = rotation === 90 || rotation === 270;
  const paper: PaperSize = sideways ? { widthMm: lying.heightMm, heightMm: lying.widthMm } : lying;
  const back: QuarterTurn = rotation === 0 ? 0 : rotation === 90 ? 270 : rotation === 180 ? 180 : 90;
  const lines = text.lines.map((line) => ({ ...line, box: unturnBox(line.box, back) }));
  const labels = findLabels(lines, paper);
  if (labels.length === 0) return [];

  const raster = turn(page, rotation);
  const white = paperLevel(redChannel(raster));
  const seals = greySeals.map((box) => unturnBox(box, back));
  const judge = (label: SignatureLabel, zone: Zone) =>
    judgeArea({ raster, white, dpi, skewDegrees, label, zone, greySeal: greySealOn(zone.area, paper, seals) });
  return labels.map((label) => {
    const beside = besideLabel(label, lines, paper);
    const first = judge(label, beside);
    const below = first.verdict === 'unsigned' ? underLabel(label, lines, paper) : null;
    const second = below === null ? null : judge(label, below);
    // Nothing beside the label, and a name under it: it stands where the form has room for it.
    const found =
      below !== null && (second?.verdict === 'signed' || second?.verdict === 'typed')
        ? { ...second, zone: below }
        : { ...first, zone: beside };
    const { writing } = found;
    return {
      label: label.text,
      box: unturnBox(boxOf(found.zone.area, paper), rotation),
      inkBox: writing === null ? null : unturnBox(boxOf(writing.area, paper), rotation),
      verdict: found.verdict,
      reason: found.reason,
      confidence: rounded(found.confidence),
      strokeMm: rounded(writing?.strokeMm ?? 0),
      slant: rounded(writing?.slant ?? 0),
      heightRatio: rounded(writing === null ? 0 : (writing.area.bottom - writing.area.top) / label.emMm),
      sealShare: rounded(found.sealShare),
    };
  });
}

interface ZoneView {
  readonly raster: Raster;
  readonly white: PaperLevel;
  readonly dpi: number;
  readonly skewDegrees: number;
  readonly label: SignatureLabel;
  readonly zone: Zone;
  readonly greySeal: boolean;
}

/** Print with its brackets and descenders, in characters; and how far it reaches beyond the box that it was read in. */
const PRINT_HEIGHT = 1.4;
const AROUND_LINE_MM = 0.3;

function judgeArea({
  raster,
  white,
  dpi,
  skewDegrees,
  label,
  zone,
  greySeal,
}: ZoneView): Judged & { sealShare: number } {
  const ink = penInk(raster, white, dpi, zone.area);
  const tallest = PRINT_HEIGHT * label.emMm;
  for (const area of zone.foreign) {
    const wider = { ...area, left: area.left - AROUND_LINE_MM, right: area.right + AROUND_LINE_MM };
    eraseLine(ink, wider, tallest, skewDegrees);
  }
  eraseLine(ink, label.area, tallest, skewDegrees);
  eraseRules(ink, skewDegrees);
  const writings = findWritings(ink, label.emMm, skewDegrees);
  const readCharacters = charactersRead(label, zone);
  const { sealShare } = ink;
  const print = wholeWriting(penInk(raster, white, dpi, label.area), skewDegrees);
  return { ...judgeZone({ writings, emMm: label.emMm, print, sealShare, readCharacters, greySeal }), sealShare };
}

/** Of a name: what the label's own line goes on with, and what was read in the zone. */
function charactersRead(label: SignatureLabel, zone: Zone): number {
  const text = [label.tail, ...zone.read.map((line) => line.text)].join('');
  return [...text.replaceAll(/[年月日]/gu, '')].filter((character) => /\p{Script=Han}/u.test(character)).length;
}

const greySealOn = (area: Area, paper: PaperSize, seals: readonly Box[]): boolean => {
  const zone = boxOf(area, paper);
  return seals.some(
    (seal) =>
      seal.x < zone.x + zone.width &&
      seal.x + seal.width > zone.x &&
      seal.y < zone.y + zone.height &&
      seal.y + seal.height > zone.y,
  );
};

const boxOf = ({ left, top, right, bottom }: Area, { widthMm, heightMm }: PaperSize): Box => ({
  x: left / widthMm,
  y: top / heightMm,
  width: (right - left) / widthMm,
  height: (bottom - top) / heightMm,
});

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
