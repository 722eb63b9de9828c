import type { Raster } from '../raster.ts';
import type { RotatedRectangle } from './hull.ts';

/**
 * Value of one channel between pixels. Positions are in pixel centres; what lies outside the picture repeats its edge.
 */
export function bilinear(image: Raster, channel: number, x: number, y: number): number {
  const { width, height, channels, data } = image;
  const cx = Math.min(Math.max(x, 0), width - 1);
  const cy = Math.min(Math.max(y, 0), height - 1);
  const x0 = Math.floor(cx);
  const y0 = Math.floor(cy);
  const x1 = Math.min(x0 + 1, width - 1);
  const y1 = Math.min(y0 + 1, height - 1);
  const fx = cx - x0;
  const fy = cy - y0;
  const at = (px: number, py: number): number => data[(py * width + px) * channels + channel] ?? 0;
  const upper = at(x0, y0) * (1 - fx) + at(x1, y0) * fx;
  const lower = at(x0, y1) * (1 - fx) + at(x1, y1) * fx;
  return upper * (1 - fy) + lower * fy;
}

/** Shrinks or enlarges; every source pixel counts by the area it covers when shrinking, bilinear when enlarging. */
export function resize(image: Raster, width: number, height: number): Raster {
  const { channels } = image;
  const scaleX = image.width / width;
  const scaleY = image.height / height;
  const data = new Uint8Array(width * height * channels);
  if (scaleX < 1 || scaleY < 1) {
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        for (let c = 0; c < channels; c++) {
          const value = bilinear(image, c, (x + 0.5) * scaleX - 0.5, (y + 0.5) * scaleY - 0.5);
          data[(y * width + x) * channels + c] = Math.round(value);
        }
      }
    }
    return { width, height, channels, data };
  }
  // Source column (row) edges of each target column (row), with a pixel's share at both ends.
  const rowSums = new Float32Array(image.width * channels);
  for (let y = 0; y < height; y++) {
    rowSums.fill(0);
    const top = y * scaleY;
    const bottom = Math.min((y + 1) * scaleY, image.height);
    for (let sy = Math.floor(top); sy < bottom; sy++) {
      const share = Math.min(sy + 1, bottom) - Math.max(sy, top);
      const offset = sy * image.width * channels;
      for (let i = 0; i < rowSums.length; i++) rowSums[i] = (rowSums[i] ?? 0) + share * (image.data[offset + i] ?? 0);
    }
    for (let x = 0; x < width; x++) {
      const left = x * scaleX;
      const right = Math.min((x + 1) * scaleX, image.width);
      for (let c = 0; c < channels; c++) {
        let sum = 0;
        for (let sx = Math.floor(left); sx < right; sx++) {
          const share = Math.min(sx + 1, right) - Math.max(sx, left);
          sum += share * (rowSums[sx * channels + c] ?? 0);
        }
        data[(y * width + x) * channels + c] = Math.round(sum / ((right - left) * (bottom - top)));
      }
    }
  }
  return { width, height, channels, data };
}

/** The part of a picture that lies under a rectangle at any angle, turned upright and brought to the given size. */
export function cutRectangle(image: Raster, rectangle: RotatedRectangle, width: number, height: number): Raster {
  const { channels, data: source } = image;
  const cos = Math.cos(rectangle.angle);
  const sin = Math.sin(rectangle.angle);
  const data = new Uint8Array(width * height * channels);
  const lastX = image.width - 1;
  const lastY = image.height - 1;
  const row = image.width * channels;
  let to = 0;
  for (let y = 0; y < height; y++) {
    const v = ((y + 0.5) / height - 0.5) * rectangle.height;
    for (let x = 0; x < width; x++) {
      const u = ((x + 0.5) / width - 0.5) * rectangle.width;
      // As `bilinear`, written out: this runs for every pixel of every line of a page.
      const px = Math.min(Math.max(rectangle.cx + u * cos - v * sin, 0), lastX);
      const py = Math.min(Math.max(rectangle.cy + u * sin + v * cos, 0), lastY);
      const fx = px - Math.floor(px);
      const fy = py - Math.floor(py);
      const at = Math.floor(py) * row + Math.floor(px) * channels;
      const right = px < lastX ? channels : 0;
      const below = py < lastY ? row : 0;
      for (let c = at; c < at + channels; c++) {
        const upper = (source[c] ?? 0) * (1 - fx) + (source[c + right] ?? 0) * fx;
        const lower = (source[c + below] ?? 0) * (1 - fx) + (source[c + below + right] ?? 0) * fx;
        data[to++] = upper * (1 - fy) + lower * fy + 0.5;
      }
    }
  }
  return { width, height, channels, data };
}
