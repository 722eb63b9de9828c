/**
 * Pieces of a straddle seal at the edge of a page, in millimetres on paper. Fitted on generated pages unless another
 * source is given.
 */
export const slice = {
  /** How far in from a side edge is looked: half of the widest seal (58 mm) and some paper beyond it. Standard. */
  band: 36,
  /** Ink ends this near to the edge of the picture, which need not be the edge of the sheet: photographs show a rim of desk. */
  edge: 4,
  /** Pixels a millimetre at least, where the picture has them: a 1 mm rim is four wide. Just under 200 dpi halved. */
  resolution: 3.9,
  /** Least extent of a speck that is looked at. */
  speck: 0.6,
  /** Ink this near to other ink is of the same piece. */
  join: 4,
  /** Bare paper between two pieces of one slice: beside the star of a 44 mm seal without a number it is 29. */
  bare: 30,
  /** Along the edge. A 2 mm slice of a 20 mm seal has 12; the widest seals 58, and a slanted sheet adds some. Standard. */
  extent: [11, 63],
  /** Into the page: thinner is a scanner's coloured fringe. */
  least: 1.2,
  /** Share of a slice's depth on each side of which its extents are compared. */
  end: 0.3,
} as const;

/** Slices of several sheets that make up one seal. */
export const joinedSlices = {
  /**
   * Sheets are put edge to edge by hand, and a feeder shifts and slants each. A fifth of a seal of 40 mm; measured: pages
   * drawn with a slant of 0.4° differ by up to 3 mm.
   */
  sameHeightMm: 8,
  /**
   * Slices together over the diameter. Measured: drawn ones give 0.97 to 1.10; standard: an oval seal is 1.33 times as wide
   * as it is high.
   */
  width: [0.85, 1.34],
  /** What blur, slant and a scanner's own margin add to or take from the width of each slice. Chosen. */
  perSliceMm: 1,
  /** Extent inside the page over extent at the edge, under which a slice opens towards the edge; closes over its inverse. Chosen. */
  opens: 0.8,
} as const;

/**
 * Slices in grey or blue: there is far more of such ink than of red, so each must be a piece of a ring. Measured on drawn
 * slices of 2 to 6 sheets in blue, in grey and in greyscale copies at 100 dpi, and on 109 drawings at the edge that are
 * none (print, tables, punch holes, folds, brackets, boxes, handwriting, discs), at 100 and 150 dpi. Judged on other seeds,
 * a page of a drawn contract at 150 and 200 dpi in blue and in greyscale, strength 0.5 to 1, 2 to 6 sheets: flatbed and
 * copier 226 of 240 slices, 54 of 64 seals joined, nothing else taken; photographs 0 of 120, because the desk around the
 * sheet runs into the slice.
 */
export const ringSlice = {
  /** Standard: round seals from 20 mm to 58 mm. */
  radiusMm: [9.5, 30],
  /** This near to the circle, ink lies on it. Chosen: one and a half pixels where a page is looked at. */
  nearMm: 0.4,
  /** Share of the columns. Measured: slices from 0.93, print and handwriting to 0.8. */
  onCircle: 0.88,
  /** Measured: slices to 0.08. */
  fromCircle: 0.12,
  /** Straight lines fit slices worse than the circle does. Measured: 74 of 75 slices from 1.3 times, ends of tables to 0.8. */
  linesOverCircle: 1.2,
  /** How far below the rim bare paper is looked for, and the share of places that have some. Chosen: discs have none. */
  insideMm: 4,
  bareInside: 0.5,
} as const;
