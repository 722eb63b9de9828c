/**
 * Telling a seal's own strokes from the print that crosses them. Fitted on 110 generated pages of a tuning seed, `print`
 * on 471 seals of another 40, unless another source is given. Ink is 0 to 1, lengths are in pixels.
 */
export const strokes = {
  /**
   * Shares of the seal's typical colour, over the blocks of 2 × 2 pixels that lie within `radius` of a pixel's own, between
   * which ink turns from another's to its own.
   */
  colour: { radius: 1, other: 0.15, own: 0.45 },
  /** Ink that is no more than the noise of paper, and shown white. */
  paper: 0.02,
  /** Absorption under which the share that is the seal's own is not divided by it: it would be noise. Chosen. */
  leastAbsorbed: 0.02,
  /**
   * What the seal's colour leaves of the absorption, which only other print takes: between these shares a point turns
   * from bare to covered. `edge` is the soft edge of print, and `radius` how far around a covered point ink is looked at.
   */
  print: { bare: 0.3, covered: 0.5, edge: 2, radius: 2 },
  /** Least share of light that is taken to pass, so that the darkest print does not divide by nothing. Chosen. */
  darkest: 0.02,
  /** Least share of its absorption that a seal's colour is taken to have. Chosen. */
  leastColour: 0.2,
  /** Absorption of black print over that of a grey seal's strokes. */
  blackOverGrey: 1.5,
  /** Soft edge of black print, and how far around it strokes are followed. */
  edge: 1,
  around: 2,
  /** Least share of those surroundings that is taken to be clear of print, so that nothing does not divide. Chosen. */
  leastBare: 0.05,
} as const;

/** How the ink of one seal becomes the grey that an engine reads. Chosen. */
export const tone = {
  /** A rim's absorption is measured softened: a grey seal's strokes are darker by about this. */
  strokeOverRim: 1.2,
  /**
   * Shares of the seal's print: up to the first, or the view's floor where that is lower, ink is white; from the second on,
   * or this multiple of the floor where that is higher, black.
   */
  white: 0.25,
  black: 1.1,
  blackOverFloor: 2,
} as const;

/**
 * Where the writing stands within a rim. Depths: 1 on the rim, 0 in the middle; rows are a hundredth of the radius, columns
 * half a degree. Chosen.
 */
export const layout = {
  /** On an oval, the middle of the text: a fifth of the short semi-axis inside the rim. */
  ovalText: 0.8,
  /** Ink under this share of what counts as printed is paper. */
  floor: 0.5,
  /** Between which depths the rim's own peak, and the valley inside it, are looked for. */
  rimPeak: 0.94,
  rimValley: 0.82,
  /** Of the peak: the valley lies under the first, and ends where the ink rises again by the second. */
  valleyBelow: 0.5,
  valleyEnds: 0.12,
  /** Columns over which a row is inked, share of all, when no writing reaches so far around. */
  allAround: 0.72,
  /** Depths by which a second ring has begun and ended, with a hundredth for its blur: below, characters stand. */
  secondRing: { begun: 0.86, ended: 0.84 },
  /** Rows that the rim's blur may reach below its edge. */
  rimBlur: 3,
  /** Rows below the rim that certainly cross the name, and columns at least on either side of its middle. */
  name: { from: 2, to: 20, leastHalf: 20 },
  /** Rows below the rim that tell how much ink the name has, and from which it may end. */
  level: { from: 4, to: 16 },
  endsFrom: 10,
  /** Ink of a row, over that of the name's own, that is but a trace: there its characters end, or at this row. */
  trace: 0.16,
  endsAt: 40,
  /** Arcs shorter than this are no name, or no second text, turns. */
  leastName: 0.08,
  leastLower: 0.05,
  /** Paper kept above the name. */
  above: 0.01,
  /** How deep under the rim small writing may stand. */
  margin: 0.28,
  /** Of a column's ink over the whole height: which quantile of all is typical, and the share of it that each third holds. */
  typicalQuantile: 0.8,
  thirdInk: 0.2,
  /**
   * Columns beside its own at which a part of the height may be inked. Looked for farther aside, the corner of a straight
   * line and the first digit of a number above it would pass for a character.
   */
  aside: 3,
} as const;

/** Telling the name's arc from a second text and from the corners of straight lines. Lengths in turns. Chosen unless measured. */
export const writtenArcs = {
  /** Ink under this share of an inked column's is bare, which quantile of all such a column is, and columns of the shortest gap. */
  bareInk: 0.15,
  inkedQuantile: 0.85,
  leastGap: 3,
  /** Gaps on either side of a second text are alike; a flat character such as 一 leaves one of a third of the largest. */
  lowerText: 0.55,
  /** The second gap over the third where it is of the largest one's kind. */
  secondOverThird: 1.7,
  /** Longest stub that is no character, and shortest gap beside it. */
  stub: 0.06,
  stubGap: 0.018,
  /**
   * Ink half-way up a stub over the ink at its inner end. Measured: 0.05 to 0.1 in clean corners, 0.4 to 0.65 in blurred
   * ones, 0.7 and more in characters. A blurred one is believed where the gap beside it is this many times the widest
   * elsewhere.
   */
  corner: { clean: 0.35, blurred: 0.68, apart: 1.9 },
  /** Gaps beside the two corners of one line: how unequal at most, and the widest elsewhere over the narrower of them. */
  pair: { alike: 1.6, elsewhere: 0.7 },
} as const;

/** Straight lines inside a rim, and rows inside a frame. Chosen. */
export const line = {
  /** Shares of half the seal's height between which a line is as high, and how much wider than high it is. */
  least: 0.08,
  most: 0.5,
  wide: 1.7,
  /** Inked pixels of a row from which it is written on, share of half the seal's height, or of a frame's width. */
  rowInk: 0.02,
  /** Depths around the rim, over its own inner edge, and below the written arcs, whose ink is no line's. */
  rimBlur: 0.02,
  beyondRim: 1.12,
  belowArc: 0.01,
  /**
   * Of a line's height: blank from which a piece stands apart, and height and width under which such a piece at an end is
   * no character but what is left of an arc's stroke or of the frame's line. Brackets are as high as characters, and wider
   * than a line.
   */
  sliver: { apart: 0.25, low: 0.55, narrow: 0.1 },
  /** Paper kept beside, and above and below a line, together, in halves of the seal's height. */
  beside: 0.06,
  above: 0.05,
  /** Lines read in one seal, and Chinese characters of the shortest that says what it is for. */
  mostLines: 4,
  leastCharacters: 2,
} as const;

/** What is read along a rim. Chosen: paper kept beside the outermost characters, in turns, and below them, in radii. */
export const arc = {
  beside: 0.012,
  below: 0.03,
} as const;

/** Digits on the lower arc. Lengths along the rim in turns, heights in radii. */
export const number = {
  /** Standard: digits are 1.6 to 2.2 mm high on seals of 38 to 42 mm, less what wear and blur take or add. */
  height: [0.05, 0.16],
  /** Shares of the places at which a row of digits is inked at least, and a ring's row, which is no writing. Chosen. */
  written: 0.06,
  allAround: 0.8,
  /** Shortest number: six digits. Chosen. */
  shortest: 0.055,
  /** Widest blank within a number: three digits that were not printed. Chosen. */
  blank: 0.065,
  /** Paper kept above and below them. Chosen. */
  room: 0.02,
  /** Places of the margin kept before the first and after the last. Chosen. */
  before: 2,
  after: 2,
  /**
   * Confidence under which what was read is no number. Measured on the committed pages: numbers begin at 0.8 and noise on
   * faint seals reaches 0.55. tesseract was not tried.
   */
  leastConfidence: { paddle: 0.7, tesseract: 0 },
} as const;

/** What is read inside a frame. Chosen. */
export const framed = {
  /** Share of the short side that the frame's own line takes. */
  line: 0.07,
  /** Share of the height from the edge within which such a line may still lie, and of a side that it takes up. */
  lineWithin: 0.12,
  lineWhole: 0.75,
  /** Lowest row, and the paper kept around one in both directions, shares of the frame's height. */
  leastRow: 0.1,
  room: 0.06,
  /** A reading as sure as this needs no second look from another side. */
  sure: 0.9,
  /** How sure a chop's text is taken to be, over the engine's word, where it has 印 in a place that no chop has. */
  misplaced: 0.5,
} as const;
