/** How much of one file is looked at before it is refused. All are ours: no portal states a limit this high. */
export interface ImagingLimits {
  /** Bytes of the file. */
  readonly bytes: number;
  readonly pages: number;
  /** Pixels of one picture, by its header, before anything is decoded. */
  readonly pixels: number;
  /** Milliseconds for one file, all pages. */
  readonly milliseconds: number;
}

export const IMAGING_LIMITS: ImagingLimits = {
  // Portals take 5 MB, the laxest 50 MB; above that a file is a video or a mistake.
  bytes: 100 * 1024 * 1024,
  // A five-year licence renewal with all its statements is about 120 pages.
  pages: 300,
  // A3 at 600 dpi is 70 million.
  pixels: 100_000_000,
  // 300 pages of OCR at about 1.4 s each would take seven minutes; an ordinary file takes seconds.
  milliseconds: 180_000,
};

/** Everything is measured and read at this resolution: the usual scan, and what the sharpness scale refers to. */
export const WORKING_DPI = 200;

/** Pages larger than A3 are worked on at fewer dots per inch, so that one page never takes more than 25 MB. */
export const WORKING_PIXELS = 8_000_000;
