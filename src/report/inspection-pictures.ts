import { readFile } from 'node:fs/promises';
import type { FileInspection, PageInspection, SealInspection } from '../imaging/inspection.ts';
import type { OpenFile, PageImage } from '../imaging/page-image.ts';
import { FileProblemError } from '../imaging/problem.ts';
import type { Raster } from '../imaging/raster.ts';
import { sliceBox } from '../imaging/seal/slice-box.ts';
import { findSealStrips } from '../imaging/seal/strip.ts';
import type { Picture } from './exhibit.ts';
import { openFile } from './exhibit-sources.ts';
import { personalBoxes, showsIdentityCard } from './exhibits.ts';
import { coverBoxes, cropOf, pictureOf } from './page-picture.ts';
import { type StraddleSeal, sealOfSlice, straddleSealsOf } from './straddle-seals.ts';

/** What an inspection is judged by: pictures of one page and of what was found on it. */
export interface PagePictures {
  /** The page, reduced; or why it is not shown. */
  readonly page: Picture | 'identity-document' | 'unread' | 'unreadable';
  /** In the order of the page's `seals`. */
  readonly seals: readonly SealPictures[];
  /** In the order of the page's `signatures`. */
  readonly signatures: readonly Picture[];
  /**
   * In the order of the slices at the page's `edges`; all of one straddle seal show the same stretch of the sheets' height,
   * so that they can be put side by side.
   */
  readonly slices: readonly Picture[];
}

export interface SealPictures {
  readonly crop: Picture;
  /** The writing around the rim laid out straight, as the engine was given it; null where the rim was not found again. */
  readonly strip: Picture | null;
}

/** By page number. */
export type FilePictures = ReadonlyMap<number, PagePictures>;

export interface PictureOptions {
  /** Show personal data in clear, identity documents included. */
  readonly unmask: boolean;
}

/** Pixels. At 1100 across, A4 print of 10.5 points can just be read. */
const pageWidth = 1100;
const sealWidth = 360;
const stripWidth = 1400;
const signatureWidth = 520;
const sliceHeight = 420;

/**
 * Draws the pages of a file that was inspected. Never throws for what the file holds: a page that cannot be drawn says so.
 * @param file path that can be opened
 * @param seen as it was seen, before masking
 */
export async function drawInspection(
  file: string,
  seen: FileInspection,
  options: PictureOptions,
): Promise<FilePictures> {
  const pictures = new Map<number, PagePictures>();
  if (seen.pages.length === 0) return pictures;
  const straddles = straddleSealsOf(seen.pages);
  const opened = await reopen(file);
  try {
    for (const page of seen.pages) {
      pictures.set(page.number, await drawPage(opened, seen.file, page, straddles, options));
    }
  } finally {
    opened?.close();
  }
  return pictures;
}

async function reopen(file: string): Promise<OpenFile | undefined> {
  try {
    return await openFile(await readFile(file));
  } catch {
    // It was there and could be opened a moment ago; what was seen is still worth showing.
    return undefined;
  }
}

async function drawPage(
  file: OpenFile | undefined,
  name: string,
  seen: PageInspection,
  straddles: readonly StraddleSeal[],
  { unmask }: PictureOptions,
): Promise<PagePictures> {
  const isIdentityDocument = !unmask && (/身份证/u.test(name) || showsIdentityCard(seen));
  if (isIdentityDocument) return { page: 'identity-document', seals: [], signatures: [], slices: [] };
  const image = await imageOf(file, seen.number);
  if (image === null) return { page: 'unreadable', seals: [], signatures: [], slices: [] };
  const { raster } = image;
  const seals = await drawSeals(image, seen.seals ?? []);
  // A page whose text nobody has read may show anything.
  if (!unmask && seen.text === null) {
    return { page: 'unread', seals, signatures: [], slices: await drawSlices(image, seen, straddles) };
  }
  if (!unmask) coverBoxes(raster, personalBoxes(seen));
  return {
    page: await pictureOf(raster, pageWidth),
    seals,
    signatures: await Promise.all(
      (seen.signatures ?? []).map(({ box }) => pictureOf(cropOf(raster, box, 0.03), signatureWidth)),
    ),
    slices: await drawSlices(image, seen, straddles),
  };
}

async function imageOf(file: OpenFile | undefined, number: number): Promise<PageImage | null> {
  if (file === undefined || number > file.pageCount) return null;
  try {
    return await file.page(number).image();
  } catch (error) {
    if (error instanceof FileProblemError) return null;
    throw error;
  }
}

async function drawSeals({ raster, paper }: PageImage, seals: readonly SealInspection[]): Promise<SealPictures[]> {
  if (seals.length === 0) return [];
  const strips = findSealStrips(raster, paper, seals);
  return Promise.all(
    seals.map(async (seal, index) => ({
      crop: await pictureOf(cropOf(raster, seal.box, 0.06), sealWidth),
      strip: await stripPicture(strips[index] ?? null),
    })),
  );
}

function drawSlices(
  { raster, paper }: PageImage,
  { edges }: PageInspection,
  straddles: readonly StraddleSeal[],
): Promise<Picture[]> {
  return Promise.all(
    (edges?.slices ?? []).map((slice) => {
      const whole = sealOfSlice(straddles, slice)?.slices ?? [slice];
      const topMm = Math.min(...whole.map((part) => part.topMm));
      const bottomMm = Math.max(...whole.map((part) => part.bottomMm));
      const crop = cropOf(raster, sliceBox({ ...slice, topMm, bottomMm }, paper), 0);
      return pictureOf(crop, Math.ceil(crop.width * Math.min(1, sliceHeight / crop.height)));
    }),
  );
}

const stripPicture = async (strip: Raster | null): Promise<Picture | null> =>
  strip === null ? null : pictureOf(strip, stripWidth);
