import sharp from 'sharp';
import type { Box, Raster } from '../imaging/raster.ts';
import type { Picture } from './exhibit.ts';

/** Paints boxes over with an even grey, in place: what lay there cannot be got back. */
export function coverBoxes(raster: Raster, boxes: readonly Box[]): void {
  for (const box of boxes) {
    const { left, top, width, height } = pixelsOf(raster, grown(box, 0.1));
    for (let y = top; y < top + height; y++) {
      const start = (y * raster.width + left) * raster.channels;
      raster.data.fill(cover, start, start + width * raster.channels);
    }
  }
}

const cover = 0x9a;

/** The part of a page within a box, grown on each side by `margin` of its size, or by `least` of the page if that is more. */
export function cropOf(raster: Raster, box: Box, margin: number, least = 0): Raster {
  const { left, top, width, height } = pixelsOf(raster, grown(box, margin, least));
  const { channels } = raster;
  const data = new Uint8Array(width * height * channels);
  for (let y = 0; y < height; y++) {
    const start = ((top + y) * raster.width + left) * channels;
    data.set(raster.data.subarray(start, start + width * channels), y * width * channels);
  }
  return { width, height, channels, data };
}

function grown({ x, y, width, height }: Box, margin: number, least = 0): Box {
  const across = Math.max(width * margin, least);
  const down = Math.max(height * margin, least);
  return { x: x - across, y: y - down, width: width + 2 * across, height: height + 2 * down };
}

/** A box in whole pixels, cut to the page, at least one pixel each way. */
function pixelsOf(raster: Raster, { x, y, width, height }: Box) {
  const within = (value: number, most: number) => Math.min(most, Math.max(0, value));
  const left = within(Math.floor(x * raster.width), raster.width - 1);
  const top = within(Math.floor(y * raster.height), raster.height - 1);
  const right = within(Math.ceil((x + width) * raster.width), raster.width);
  const bottom = within(Math.ceil((y + height) * raster.height), raster.height);
  return { left, top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}

/** Encodes pixels, shrunk to a width where they are wider; never enlarged. */
export async function pictureOf(raster: Raster, width: number): Promise<Picture> {
  const { data, info } = await sharp(raster.data, {
    raw: { width: raster.width, height: raster.height, channels: raster.channels },
  })
    .resize({ width: Math.min(width, raster.width) })
    .webp({ quality: 78 })
    .toBuffer({ resolveWithObject: true });
  return { mediaType: 'image/webp', width: info.width, height: info.height, bytes: data };
}
