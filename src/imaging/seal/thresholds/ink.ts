export const page = {
  /** Longest side of the reduced page that is searched, pixels: a 38 mm seal is then about 130 wide. Fitted. */
  searchSide: 800,
  /** Side of the squares whose brightest part is taken for paper, pixels of the reduced page. Fitted. */
  paperTile: 32,
  /** Share of a square's pixels that are brighter than its paper estimate's lower end. Fitted. */
  paperShare: 0.25,
  /** Paper darker than this is taken as this dark, so that noise in black margins is not amplified. Fitted. */
  darkestPaper: 70,
  /** Widths between which a page size is believed; crops and screenshots carry none. Standard: A6 to A2. */
  believableMm: [100, 650],
  /** Long side under which a picture that states no size is no whole sheet, pixels: A4 would be under 85 dpi. Chosen. */
  leastAssumedPixels: 1000,
  /**
   * Spread of what bare paper absorbs: from this quantile of all values to their median, and no less than the last of these;
   * so many of them above the median, something else begins. Chosen.
   */
  lowQuantile: 0.2,
  spreads: 4,
  leastSpread: 0.002,
} as const;

export const ink = {
  /** Chromatic ink below this is noise of sensor and JPEG even when the page measures less. Fitted. */
  least: 0.045,
  /** Multiple of the page's own measured noise. Fitted. */
  overNoise: 4.5,
  /** The same for the softened map that faint rings are voted on. Fitted. */
  leastSoft: 0.02,
  softOverNoise: 2.2,
  /** Levels of chromatic ink at which a seal comes apart from what it lies on. Fitted: watermarks are printed at a tenth to a third. */
  levels: [0.12, 0.17, 0.25, 0.35],
  /** Absorption from which something counts as ink whatever its colour, unless the paper itself varies more. Fitted. */
  leastAny: 0.14,
  leastGrey: 0.06,
  /** Absorption at which a grey seal comes apart from the softened edges of black print. Fitted. */
  strongGrey: 0.2,
  leastSoftGrey: 0.03,
  /** Absorption from which ink is black print, and chroma from which it is not grey. Fitted. */
  black: 0.72,
  greyChroma: 0.08,
  /** Pages with fewer chromatic pixels than this share have no coloured seal. Fitted: a 10 mm ring is 0.0002. */
  leastShare: 0.0001,
  /** A point is coloured when its chroma is at least this share of all it absorbs. Fitted. */
  colourShare: 0.2,
  /** A rim is coloured when this share of its points is: the rest may be print crossing it. Fitted. */
  colouredPoints: 0.35,
} as const;

export const view = {
  /** Seals are looked at with a radius up to twice this, pixels: 40 mm at 200 dpi is 157, more shows nothing new. Fitted. */
  radius: 170,
  /** Ink below this, or below this multiple of the measured noise, is not read. Fitted. */
  floor: 0.035,
  overNoise: 2.5,
  /** Paper cut out around the seal: share of its radius, and pixels of the page more. Chosen. */
  margin: 0.12,
  marginPixels: 3,
  /** Side of the squares whose brightest part is taken for paper: share of the radius, and pixels of the view at least. Chosen. */
  paperTile: 0.4,
  leastPaperTile: 16,
  /** How far off the reduced page's ring the view's may be, share of the radius. Chosen. */
  reach: 0.06,
} as const;
