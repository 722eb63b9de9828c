import { IMAGING_LIMITS } from '../imaging/limits.ts';
import { openPicture } from '../imaging/picture.ts';
import { FileProblemError } from '../imaging/problem.ts';
import type { Box, Raster } from '../imaging/raster.ts';
import type { LaidOutPiece, PageLayout } from '../network/page-layout.ts';
import type { Picture } from './exhibit.ts';
import { coverBoxes, cropOf, pictureOf } from './page-picture.ts';

/** Pixels of the page above and below a number, and of the foot where no number is. */
const around = 240;
const footHeight = 640;
/** Pixels: text of 12 px can still be read at three quarters of its size. */
const pictureWidth = 960;

/** The words that stand beside filing and licence numbers, in any width. */
const speaksOfNumber = ({ line }: LaidOutPiece): boolean => /icp|备|備|[ab][12]-/i.test(line.normalize('NFKC'));

/**
 * What lies around the number that stands lowest on a page, or its foot; personal data painted over. null when the
 * picture is not at hand or cannot be read.
 */
export async function screenshotOf(
  { pieces, screenshot, height }: PageLayout,
  mask: (text: string) => string,
): Promise<{ readonly picture: Picture; readonly box: Box | null } | null> {
  if (screenshot === null) return null;
  const raster = await decode(screenshot.bytes);
  if (raster === null) return null;
  const inPicture = ({ x, y, width, height: tall }: LaidOutPiece): Box => ({
    x: x / raster.width,
    y: (y - screenshot.top) / raster.height,
    width: width / raster.width,
    height: tall / raster.height,
  });
  coverBoxes(raster, pieces.filter(({ text }) => mask(text) !== text).map(inPicture));
  const [number] = pieces
    .filter((piece) => piece.visible && speaksOfNumber(piece) && piece.y >= screenshot.top)
    .sort((a, b) => b.y - a.y);
  const end = height - screenshot.top;
  const from = Math.max(0, number === undefined ? end - footHeight : number.y - screenshot.top - around);
  const to = Math.min(end, number === undefined ? end : number.y - screenshot.top + number.height + around);
  const part = { x: 0, y: from / raster.height, width: 1, height: (to - from) / raster.height };
  const picture = await pictureOf(cropOf(raster, part, 0), pictureWidth);
  if (number === undefined) return { picture, box: null };
  const { x, y, width, height: tall } = inPicture(number);
  return { picture, box: { x, y: (y - part.y) / part.height, width, height: tall / part.height } };
}

async function decode(bytes: Uint8Array): Promise<Raster | null> {
  try {
    const file = await openPicture(bytes, 'image/png', IMAGING_LIMITS);
    return (await file.page(1).image()).raster;
  } catch (error) {
    if (error instanceof FileProblemError) return null;
    throw error;
  }
}
