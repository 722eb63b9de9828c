import type { PageQuality } from '../inspection.ts';
import type { PageImage } from '../page-image.ts';
import { luminance, type Plane, redChannel } from '../plane.ts';
import type { QuarterTurn } from '../turn.ts';
import { characters } from './characters.ts';
import { croppedSides } from './cropped-sides.ts';
import { type InkMask, inkMask, inkShare, isBlank } from './ink.ts';
import { glareShare, lightEvenness } from './light.ts';
import { moire } from './moire.ts';
import { type PaperLevel, paperLevel } from './paper-level.ts';
import { perceptualHash } from './perceptual-hash.ts';
import { sharpness } from './sharpness.ts';
import { type TextLines, textLines } from './skew.ts';
import { textHeightMm } from './text-height.ts';

/** What several measures of one page share, worked out once. */
export interface PageInk {
  readonly grey: Plane;
  /** Black print without red ink, for reading. */
  readonly print: Plane;
  readonly paper: PaperLevel;
  readonly mask: InkMask;
  /** The mask of the print alone. */
  readonly characters: InkMask;
  readonly lines: TextLines | null;
  readonly inkShare: number;
  readonly blank: boolean;
}

export function pageInk(page: PageImage): PageInk {
  const grey = luminance(page.raster);
  const paper = paperLevel(grey);
  const mask = inkMask(grey, paper);
  const print = characters(mask, page.rasterDpi);
  const share = inkShare(page.raster, mask);
  const blank = isBlank(share);
  return {
    grey,
    print: redChannel(page.raster),
    paper,
    mask,
    characters: print,
    lines: blank ? null : textLines(print, page.rasterDpi),
    inkShare: share,
    blank,
  };
}

/** @param rotation as `uprightTurn` found it */
export function measureQuality(page: PageImage, ink: PageInk, rotation: QuarterTurn): PageQuality {
  const dpi = page.rasterDpi;
  const upright = rotation === 90 || rotation === 270 ? quarterTurned(ink.characters) : ink.characters;
  return {
    sharpness: round(sharpness(ink.grey, ink.characters, dpi)),
    skewDegrees: ink.lines?.skewDegrees ?? 0,
    rotation,
    inkShare: round(ink.inkShare),
    blank: ink.blank,
    glareShare: round(glareShare(ink.grey, ink.paper, dpi)),
    lightEvenness: round(lightEvenness(ink.paper)),
    textHeightMm: ink.blank ? null : round(textHeightMm(upright, dpi)),
    croppedSides: croppedSides(ink.mask, dpi),
    moire: round(moire(ink.grey, ink.mask)),
    perceptualHash: perceptualHash(ink.grey),
  };
}

/** Rows become columns; which way round does not matter to a height. */
function quarterTurned({ width, height, data }: InkMask): InkMask {
  const turned = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) turned[x * height + y] = data[y * width + x] ?? 0;
  return { width: height, height: width, data: turned };
}

function round(value: number): number;
function round(value: number | null): number | null;
function round(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10_000) / 10_000;
}
