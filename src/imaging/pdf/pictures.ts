import { MM_PER_INCH, type Paper } from '../paper.ts';
import type { Placement } from '../picture.ts';
import type { Box } from '../raster.ts';
import { type PageGeometry, toDisplayed } from './geometry.ts';
import { memoryView, OBJECT_LIMIT, PDF_OBJECT, type Pdfium, readFloats, TEXT_INVISIBLE, withMemory } from './pdfium.ts';

/** `FPDF_COLORSPACE_*` values whose JPEG is grey or RGB as stored: DeviceGray, DeviceRGB, CalGray, CalRGB, ICCBased. */
const PLAIN_COLOUR_SPACES: ReadonlySet<number> = new Set([1, 2, 4, 5, 7]);
/** A picture under this share of the page is a logo or a photograph, not the page's scan. */
const SCAN_SHARE = 0.5;
/** Forms inside forms are followed this deep when pictures are counted. */
const FORM_DEPTH = 4;

export interface EmbeddedPicture {
  readonly object: number;
  readonly width: number;
  readonly height: number;
  readonly bitsPerPixel: number;
  /** null when the picture is skewed, mirrored or inside a form. */
  readonly placement: Placement | null;
}

export interface PagePictures {
  readonly all: readonly EmbeddedPicture[];
  /** The page's scan when nothing else is visible on the page. */
  readonly only: EmbeddedPicture | null;
  /** Largest on the page. */
  readonly main: EmbeddedPicture | null;
}

export function findPictures(pdfium: Pdfium, page: number, geometry: PageGeometry): PagePictures {
  const all: EmbeddedPicture[] = [];
  let otherInk = pdfium._FPDFPage_GetAnnotCount(page) > 0;
  let seen = 0;
  const visit = (object: number, depth: number): void => {
    if (++seen > OBJECT_LIMIT) {
      otherInk = true;
      return;
    }
    switch (pdfium._FPDFPageObj_GetType(object)) {
      case PDF_OBJECT.image:
        all.push(describePicture(pdfium, page, object, geometry, depth === 0));
        // -1 when the picture is not clipped.
        otherInk ||= pdfium._FPDFClipPath_CountPaths(pdfium._FPDFPageObj_GetClipPath(object)) > 0;
        return;
      case PDF_OBJECT.text:
        otherInk ||= pdfium._FPDFTextObj_GetTextRenderMode(object) !== TEXT_INVISIBLE;
        return;
      case PDF_OBJECT.form: {
        otherInk = true;
        if (depth === FORM_DEPTH) return;
        const inside = pdfium._FPDFFormObj_CountObjects(object);
        for (let index = 0; index < inside && seen <= OBJECT_LIMIT; index++) {
          visit(pdfium._FPDFFormObj_GetObject(object, index), depth + 1);
        }
        return;
      }
      default:
        otherInk = true;
    }
  };
  const count = pdfium._FPDFPage_CountObjects(page);
  for (let index = 0; index < count && seen <= OBJECT_LIMIT; index++) visit(pdfium._FPDFPage_GetObject(page, index), 0);
  const placed = all.filter(({ placement }) => placement !== null && shareOf(placement) >= SCAN_SHARE);
  const main = placed.toSorted((a, b) => share(b) - share(a))[0] ?? null;
  return { all, main, only: !otherInk && all.length === 1 ? main : null };
}

export const share = ({ placement }: EmbeddedPicture): number => (placement === null ? 0 : shareOf(placement));

/** Share of the page that a box covers. */
function shareOf({ x, y, width, height }: Box): number {
  const inside = (from: number, length: number): number => Math.max(0, Math.min(1, from + length) - Math.max(0, from));
  return inside(x, width) * inside(y, height);
}

function describePicture(
  pdfium: Pdfium,
  page: number,
  object: number,
  geometry: PageGeometry,
  onPage: boolean,
): EmbeddedPicture {
  // FPDF_IMAGEOBJ_METADATA: width, height, two float dpi, bits per pixel, colour space, marked content id.
  const [width, height, bitsPerPixel] = withMemory(pdfium, 28, (pointer) => {
    if (pdfium._FPDFImageObj_GetImageMetadata(object, page, pointer) === 0) return [0, 0, 0] as const;
    const view = memoryView(pdfium);
    return [
      view.getUint32(pointer, true),
      view.getUint32(pointer + 4, true),
      view.getUint32(pointer + 16, true),
    ] as const;
  });
  return { object, width, height, bitsPerPixel, placement: onPage ? placementOf(pdfium, object, geometry) : null };
}

/** Reads the picture's matrix [a b c d e f], which maps the unit square, picture upright, to user space. */
function placementOf(pdfium: Pdfium, object: number, geometry: PageGeometry): Placement | null {
  const matrix = withMemory(pdfium, 24, (pointer) =>
    pdfium._FPDFPageObj_GetMatrix(object, pointer) === 0 ? null : readFloats(pdfium, pointer, 6),
  );
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = matrix ?? [];
  const size = Math.hypot(a, b) + Math.hypot(c, d);
  const negligible = (value: number): boolean => Math.abs(value) < size * 1e-4;
  // The mirror image of a page is not a page: a negative determinant is left to the renderer.
  if (size === 0 || a * d - b * c <= 0) return null;
  let turns: number;
  if (negligible(b) && negligible(c)) turns = a > 0 ? 0 : 2;
  else if (negligible(a) && negligible(d)) turns = b < 0 ? 1 : 3;
  else return null;
  const xs = [e, e + a + c];
  const ys = [f, f + b + d];
  const box = toDisplayed(geometry, {
    left: Math.min(...xs),
    right: Math.max(...xs),
    bottom: Math.min(...ys),
    top: Math.max(...ys),
  });
  const total = (turns + geometry.quarterTurns) % 4;
  return { ...box, turn: total === 0 ? 0 : total === 1 ? 90 : total === 2 ? 180 : 270 };
}

/** Dots per inch of a picture where it lies. */
export function pictureDpi(picture: EmbeddedPicture, placement: Placement, paper: Paper): number {
  const turned = placement.turn === 90 || placement.turn === 270;
  const acrossDots = turned ? picture.height : picture.width;
  const downDots = turned ? picture.width : picture.height;
  return (
    Math.min(acrossDots / (placement.width * paper.widthMm), downDots / (placement.height * paper.heightMm)) *
    MM_PER_INCH
  );
}

/** The stored bytes of a picture that is one plain JPEG, grey or RGB; null when it is anything else. */
export function rawJpeg(pdfium: Pdfium, page: number, image: number): Uint8Array | null {
  if (pdfium._FPDFImageObj_GetImageFilterCount(image) !== 1) return null;
  const filter = withMemory(pdfium, 32, (pointer) => {
    const length = pdfium._FPDFImageObj_GetImageFilter(image, 0, pointer, 32);
    return length === 0 || length > 32 ? '' : Buffer.from(pdfium.HEAPU8.buffer, pointer, length - 1).toString('latin1');
  });
  if (filter !== 'DCTDecode' && filter !== 'DCT') return null;
  const colourSpace = withMemory(pdfium, 28, (pointer) =>
    pdfium._FPDFImageObj_GetImageMetadata(image, page, pointer) === 0
      ? 0
      : memoryView(pdfium).getInt32(pointer + 20, true),
  );
  if (!PLAIN_COLOUR_SPACES.has(colourSpace)) return null;
  const length = pdfium._FPDFImageObj_GetImageDataRaw(image, 0, 0);
  if (length === 0) return null;
  return withMemory(pdfium, length, (pointer) => {
    pdfium._FPDFImageObj_GetImageDataRaw(image, pointer, length);
    const jpeg = pdfium.HEAPU8.slice(pointer, pointer + length);
    return jpeg[0] === 0xff && jpeg[1] === 0xd8 && hasPlainChannels(jpeg) ? jpeg : null;
  });
}

/** False for a CMYK JPEG, whose colours PDF and JPEG decoders read differently (Adobe's inverted values). */
function hasPlainChannels(jpeg: Uint8Array): boolean {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  let at = 2;
  while (at + 9 < jpeg.length && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    // Start of frame, all but the three codes in that range that are not frames (ITU-T T.81, table B.1).
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      const channels = view.getUint8(at + 9);
      return channels === 1 || channels === 3;
    }
    at += 2 + view.getUint16(at + 2);
  }
  return false;
}
