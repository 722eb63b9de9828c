/**
 * Telling a seal's own strokes from the print that crosses them. Fitted on 110 generated pages of a tuning seed.
 */
export const strokes = {
  /**
   * Shares of the seal's typical colour, over a JPEG block of colour (radius in pixels), between which ink turns from
   * another's to its own.
   */
  colour: { radius: 3, other: 0.15, own: 0.45 },
  /** What the seal's colour leaves: up to `base + slope · strength` it is a stroke on its blurred edge, above it is print. */
  dark: { base: 0.1, slope: 0.55, reachBase: 0.1, reachSlope: 0.15 },
  /** Absorption of black print over that of a grey seal's strokes. */
  blackOverGrey: 1.5,
  /** Soft edge of black print, and how far around it strokes are followed, pixels. */
  edge: 1,
  around: 2,
} as const;

/** Where the writing stands within a rim. Depths: 1 on the rim, 0 in the middle; lengths along the rim in turns. */
export const layout = {
  /** On an oval, the middle of the text: a fifth of the short semi-axis inside the rim. Chosen. */
  ovalText: 0.8,
  /** Ink under this share of what counts as printed is paper. Chosen. */
  floor: 0.5,
  /** Between which depths the rim's own peak, and the valley inside it, are looked for. Chosen. */
  rimPeak: 0.94,
  rimValley: 0.82,
  /** Of the peak: the valley lies under the first, and ends where the ink rises again by the second. Chosen. */
  valleyBelow: 0.5,
  valleyEnds: 0.12,
  /** Columns over which a row is inked, share of all, when no writing reaches so far around. Chosen. */
  allAround: 0.72,
  /** Where a second ring may lie: below this depth, characters do. Chosen. */
  deepestRing: 0.86,
  /** Arcs shorter than this are no name, or no second text. Chosen. */
  leastName: 0.08,
  leastLower: 0.05,
  /** How deep under the rim small writing may stand. Chosen. */
  margin: 0.15,
  /**
   * Ink in each third of a column's height, share of the typical column's, from which it is written on over the whole
   * height; the typical column has more ink than this share of all. Chosen.
   */
  thirdInk: 0.2,
  typicalQuantile: 0.8,
  /** Ink under this share of an inked column's is bare, and which column that is. Chosen. */
  bareInk: 0.15,
  inkedQuantile: 0.85,
  /** Gaps on either side of a second text are alike; a flat character such as 一 leaves one of a third of the largest. Chosen. */
  lowerText: 0.55,
  /** The second gap over the third where it is of the largest one's kind. Chosen. */
  secondOverThird: 1.7,
  /** Longest stub that is no character, and shortest gap beside it. Chosen. */
  stub: 0.06,
  stubGap: 0.018,
  /** Such gaps on either side are at most this unequal, and those between characters nearby this much smaller. Chosen. */
  alikeStubs: 1.6,
  insideOverStub: 0.7,
  /** Ink of a row, over that of the name's own, that is but a trace: there its characters end. Chosen. */
  trace: 0.16,
} as const;

/** Straight lines inside a rim. Shares of half the seal's height. Chosen. */
export const line = {
  /** Between which a line is as high, and how much wider than high it is. */
  least: 0.08,
  most: 0.5,
  wide: 1.7,
  /** Inked pixels of a row from which it is written on. */
  rowInk: 0.02,
} as const;

export const number = {
  /**
   * Confidence under which what was read is no number. Measured on the committed pages: numbers begin at 0.8 and noise on
   * faint seals reaches 0.55. tesseract was not tried.
   */
  leastConfidence: { paddle: 0.7, tesseract: 0 },
} as const;
