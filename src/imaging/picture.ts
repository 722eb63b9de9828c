import sharp, { type Metadata, type Sharp } from 'sharp';
import type { ImagingLimits } from './limits.ts';
import { type OpenFile, type PageImage, workingSize } from './page-image.ts';
import { MM_PER_INCH, type Paper, paperOf } from './paper.ts';
import { FileProblemError, PROBLEMS } from './problem.ts';
import type { Raster } from './raster.ts';

/** 72 and 96 are what software writes when it knows no density (JFIF, Windows screenshots); no scanner means them. */
const UNSTATED_DENSITIES: ReadonlySet<number> = new Set([72, 96]);

/** Picture formats that are decoded here. HEIC and BMP are not in sharp's prebuilt libvips; SVG is never rendered. */
export const PICTURE_TYPES: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/tiff',
  'image/gif',
  'image/webp',
  'image/avif',
]);

/**
 * Opens a picture file. Only the header is read; each page is decoded when asked for.
 * @throws FileProblemError damaged, too-many-pixels
 */
export async function openPicture(bytes: Uint8Array, mediaType: string, limits: ImagingLimits): Promise<OpenFile> {
  const header = await readHeader(bytes, limits);
  // Frames of an animation are not pages of a document.
  const pageCount = mediaType === 'image/tiff' ? (header.pages ?? 1) : 1;
  return {
    pageCount,
    page: (number) => ({
      number,
      image: () => decodePage(bytes, number, pageCount, limits),
      textLayer: () => null,
    }),
    close: () => undefined,
  };
}

async function decodePage(
  bytes: Uint8Array,
  number: number,
  pageCount: number,
  limits: ImagingLimits,
): Promise<PageImage> {
  const page = number - 1;
  const shown = pageCount > 1 ? number : undefined;
  const header = await readHeader(bytes, limits, page, shown);
  const turned = (header.orientation ?? 1) >= 5;
  const width = turned ? header.height : header.width;
  const height = turned ? header.width : header.height;
  const density = header.density;
  const paper = paperOf(
    width,
    height,
    density === undefined || UNSTATED_DENSITIES.has(Math.round(density))
      ? null
      : { width: (width / density) * MM_PER_INCH, height: (height / density) * MM_PER_INCH },
  );
  const dpi = Math.min(width / paper.widthMm, height / paper.heightMm) * MM_PER_INCH;
  const size = workingSize(paper, dpi, { width, height });
  try {
    const raster = await toRaster(
      decoder(bytes, limits, page).autoOrient().resize(size.width, size.height, { fit: 'fill', kernel: 'mitchell' }),
      header.channels < 3,
    );
    return { raster, paper, dpi, rasterDpi: size.dpi, bitonal: storesOneBit(header) };
  } catch {
    throw new FileProblemError(PROBLEMS.damaged(shown));
  }
}

/** Where a picture lies on a page, in fractions of the page as displayed; it may reach over the page's edges. */
export interface Placement {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Degrees clockwise to turn the stored picture by. */
  readonly turn: 0 | 90 | 180 | 270;
}

/**
 * Decodes a JPEG that lies on a page of `paper` and paints the rest of the page white.
 * @throws FileProblemError damaged, too-many-pixels
 */
export async function decodePlacedJpeg(
  jpeg: Uint8Array,
  paper: Paper,
  placement: Placement,
  page: number,
  limits: ImagingLimits,
): Promise<PageImage> {
  const header = await readHeader(jpeg, limits, 0, page);
  const turned = placement.turn === 90 || placement.turn === 270;
  const dpi =
    Math.min(
      (turned ? header.height : header.width) / (placement.width * paper.widthMm),
      (turned ? header.width : header.height) / (placement.height * paper.heightMm),
    ) * MM_PER_INCH;
  const size = workingSize(paper, dpi);
  const left = Math.round(placement.x * size.width);
  const top = Math.round(placement.y * size.height);
  const width = Math.max(1, Math.round((placement.x + placement.width) * size.width) - left);
  const height = Math.max(1, Math.round((placement.y + placement.height) * size.height) - top);
  try {
    const picture = await toRaster(
      decoder(jpeg, limits, 0).rotate(placement.turn).resize(width, height, { fit: 'fill', kernel: 'mitchell' }),
      header.channels < 3,
    );
    return { raster: onWhitePage(picture, left, top, size), paper, dpi, rasterDpi: size.dpi, bitonal: false };
  } catch {
    throw new FileProblemError(PROBLEMS.damaged(page));
  }
}

function onWhitePage(picture: Raster, left: number, top: number, page: { width: number; height: number }): Raster {
  if (left === 0 && top === 0 && picture.width === page.width && picture.height === page.height) return picture;
  const { channels } = picture;
  const data = new Uint8Array(page.width * page.height * channels).fill(255);
  const fromX = Math.max(0, -left);
  const toX = Math.min(picture.width, page.width - left);
  for (let y = Math.max(0, -top); y < Math.min(picture.height, page.height - top); y++) {
    const row = picture.data.subarray((y * picture.width + fromX) * channels, (y * picture.width + toX) * channels);
    data.set(row, ((y + top) * page.width + left + fromX) * channels);
  }
  return { width: page.width, height: page.height, channels, data };
}

function decoder(bytes: Uint8Array, limits: ImagingLimits, page: number): Sharp {
  return sharp(bytes, { limitInputPixels: limits.pixels, failOn: 'error', page, sequentialRead: true });
}

async function toRaster(pipeline: Sharp, grey: boolean): Promise<Raster> {
  const { data, info } = await pipeline
    .flatten({ background: '#ffffff' })
    .toColourspace(grey ? 'b-w' : 'srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  if (info.channels !== 1 && info.channels !== 3) throw new Error(`unexpected channel count ${info.channels}`);
  return { width: info.width, height: info.height, channels: info.channels, data };
}

async function readHeader(bytes: Uint8Array, limits: ImagingLimits, page = 0, shownPage?: number): Promise<Metadata> {
  let header: Metadata;
  try {
    // The header of a picture over the limit must still be readable: its size goes into the message.
    header = await sharp(bytes, { limitInputPixels: false, page }).metadata();
  } catch {
    throw new FileProblemError(PROBLEMS.damaged(shownPage));
  }
  if (header.width * header.height > limits.pixels) {
    throw new FileProblemError(PROBLEMS.tooManyPixels(header.width, header.height, limits, shownPage));
  }
  return header;
}

function storesOneBit(header: Metadata): boolean {
  return header.bitsPerSample === 1;
}
