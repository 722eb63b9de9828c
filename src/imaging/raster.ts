/** Decoded pixels, row by row, origin top left. `data.length === width * height * channels`. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  /** 3 = sRGB interleaved, 1 = luminance. */
  readonly channels: 1 | 3;
  readonly data: Uint8Array;
}

/** A rectangle in fractions of the page (0 to 1), origin top left. The only box form that leaves `src/imaging`. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
