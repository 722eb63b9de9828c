import type { Box, Raster } from './raster.ts';

export type QuarterTurn = 0 | 90 | 180 | 270;

/** The picture turned clockwise by `degrees`. */
export function turn(raster: Raster, degrees: QuarterTurn): Raster {
  if (degrees === 0) return raster;
  const { width, height, channels, data } = raster;
  const turned = new Uint8Array(data.length);
  const [newWidth, newHeight] = degrees === 180 ? [width, height] : [height, width];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const toX = degrees === 90 ? height - 1 - y : degrees === 180 ? width - 1 - x : y;
      const toY = degrees === 90 ? x : degrees === 180 ? height - 1 - y : width - 1 - x;
      const from = (y * width + x) * channels;
      const to = (toY * newWidth + toX) * channels;
      for (let channel = 0; channel < channels; channel++) turned[to + channel] = data[from + channel] ?? 0;
    }
  }
  return { width: newWidth, height: newHeight, channels, data: turned };
}

/** Where a box of a page turned clockwise by `degrees` lies on the page as it was. */
export function unturnBox(box: Box, degrees: QuarterTurn): Box {
  const { x, y, width, height } = box;
  switch (degrees) {
    case 90:
      return { x: y, y: 1 - x - width, width: height, height: width };
    case 180:
      return { x: 1 - x - width, y: 1 - y - height, width, height };
    case 270:
      return { x: 1 - y - height, y: x, width: height, height: width };
    default:
      return box;
  }
}
