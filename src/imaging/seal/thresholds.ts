/**
 * Every number that decides something about a seal, in one place, each with where it comes from.
 *
 * "Fitted" means: chosen on the tuning part of the data (generated pages of the tuning seeds and the even rows of the
 * real pictures) and judged on the other part by `npm run accuracy`. "Standard" means: taken from how seals are made.
 * Lengths are in millimetres where the paper's size is known, in pixels of the reduced page or in shares of the seal's
 * radius elsewhere; ink is 0 (as the paper) to 1 (nothing reflected).
 */
export const THRESHOLDS = {
  page: {
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
  },
  ink: {
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
  },
  view: {
    /** Seals are looked at with a radius up to twice this, pixels: 40 mm at 200 dpi is 157, more shows nothing new. Fitted. */
    radius: 170,
    /** Ink below this, or below this multiple of the measured noise, is not read. Fitted. */
    floor: 0.035,
    overNoise: 2.5,
  },
  shape: {
    /** Diameters looked for on paper, millimetres. Standard: name chops from 10, the largest company seals 58. */
    diameterMm: [10, 62],
    /** Least semi-axis in pixels of the reduced page: below, no character could be told. Fitted. */
    leastSemiAxis: 8,
    /** Short over long axis under which a seal is oval. Standard: ovals are 45 × 30 or 40 × 30; photographs tilt round ones to 0.8. */
    ovalBelow: 0.79,
    /** No seal is flatter than this. Standard: 0.6 for the flattest oval, less some tilt. */
    flattest: 0.48,
    /** Sides of a rectangle at most this unequal make a square. Standard: name chops 18 × 18 to 20 × 20. */
    squareWithin: 1.3,
    /** Longest over short side of a rectangular seal. Standard: bar seals reach 5 : 1. */
    longestRectangle: 6,
  },
  ring: {
    /** Share of the visible ring that must carry ink. Fitted. */
    coverage: 0.5,
    /** The same for faint rings, near the noise. Fitted. */
    faintCoverage: 0.7,
    /** The same for rings of grey ink, which compete with black print. Fitted. */
    greyCoverage: 0.78,
    /** The same for grey rings near the noise, of which no cut is believed. Fitted: clutter reaches 0.76. */
    softGreyCoverage: 0.84,
    /** Share of the ring's ink that must be a thin line rather than the edge of a filled shape. Fitted. */
    thin: 0.45,
    /** Share of the ring's ink that lies on the fitted line. Fitted: clutter gives about 0.35. */
    tight: 0.7,
    /**
     * The same where the ink there is lies on one thin line, as it does on worn impressions and never in clutter: shares
     * of thin and tight, and the coverage that is then enough. Fitted.
     */
    wornThin: 0.95,
    wornTight: 0.95,
    wornCoverage: 0.36,
    /** Votes over circumference from which a circle is tried, and how many are tried a map. Fitted. */
    votes: 0.22,
    tries: 24,
    /** Smallest radius searched by votes, pixels of the reduced page: smaller curves are strokes. Fitted. */
    leastVotedRadius: 20,
    /** Least share of the ring that lies on the page. Fitted: under a fifth, any curve passes. */
    visible: 0.2,
    /** Ink inside the ring, share of area. Fitted. */
    interior: [0.03, 0.72],
    /** Share of the 24 sectors of the annulus under the rim that hold ink, and where it starts. Fitted. */
    sectors: 0.35,
    annulus: 0.55,
    /** Smallest ring believed on a sheet of known size. Standard: round seals from 20 mm, seen at a tilt. */
    leastDiameterMm: 17,
  },
  frame: {
    /** Share of each side, and of all four, that must carry ink. Fitted: seals from 0.92 and 0.94, characters to 0.9 and 0.93. */
    side: 0.88,
    whole: 0.935,
    /** The same where less than this share of the inside is inked, as characters never leave it. Fitted. */
    clearInterior: 0.4,
    clearSide: 0.8,
    clearWhole: 0.9,
    /** The same of each side's straight line, for grey frames, which compete with codes and tables in black. Fitted. */
    greyLines: 0.9,
    /** Share of a grey frame left when the print that crosses it is taken out, from which it is followed below that print. Fitted. */
    crossed: 0.85,
    /** Straight lines on all four sides, which only a drawn frame has, and what is then enough inside. Fitted: a pale bar seal has 0.04 and 1.0. */
    ruled: 0.9,
    ruledInterior: 0.025,
    ruledStrokes: 0.8,
    /** Where the inside is mostly ink, the least share of its border that is bare: a logo's letter does not reach it. Fitted. */
    bareBorder: 0.06,
    /** Share of a rectangle's rim that the full-size look must confirm unless a whole name is read. Fitted: words and table cells reach 0.66. */
    measured: 0.72,
    /** Hull over smallest rectangle. Standard: a circle has 0.785. */
    fill: 0.86,
    /** Ink inside the frame, share of area. Fitted. */
    interior: [0.08, 0.97],
    /** Share of the cells inside that hold ink. Fitted. */
    cells: 0.38,
    /** Runs of ink a line across the inside meets. Fitted: chops from 2.2, letters and logos to 2.0. */
    strokes: 1.1,
    squareStrokes: 2.1,
    /**
     * Of what a straight cut left of a frame: share of each printed stretch of a side, and of all of them, on one line;
     * share of them with bare paper just inside; hull over rectangle, a half being all that a cut from corner to corner leaves; most ink and fewest strokes inside. Fitted.
     */
    cutLine: 0.86,
    cutWhole: 0.92,
    cutClear: 0.6,
    cutFill: 0.45,
    cutInterior: 0.75,
    cutStrokes: 1.5,
    /** Strokes inside where no bare paper follows the sides, as in chops cut in reverse: a logo's letter has fewer. Fitted. */
    cutSolidStrokes: 2.5,
    /** Largest square chop, which tells how deep a cut one was. Standard: 25 mm. */
    longestSquareMm: 26,
    /** Smallest name chop and longest bar seal believed on a sheet of known size. Standard: chops from 16 mm, bars to 70. */
    leastSquareMm: 13.5,
    longestMm: 80,
  },
  verdict: {
    /**
     * Absorption of the rim under which a seal is faint. Fitted on 146 seals: faint ones reach 0.21, legible ones begin
     * at 0.29; grey ones at 0.09 and 0.33. Impressions in between were not drawn, so the true border is a convention.
     */
    faintContrast: { red: 0.25, other: 0.25, grey: 0.2 },
    /** Share of the visible rim that a legible seal prints. Fitted: worn impressions reach 0.56, legible ones begin at 0.82. */
    legibleCoverage: 0.74,
    /**
     * One stretch of the rim that is not there, and how whole the rest must be for that to be a cut rather than wear.
     * Fitted: cut seals miss 0.25 and more with 0.96 of the rest printed; legible ones miss up to 0.12, worn ones 0.2
     * with 0.6 of the rest.
     */
    cutMissing: 0.16,
    cutElsewhere: 0.78,
    /** Share of the rim that stands clear of the writing. Fitted: dragged rings reach 0.83, dragged frames 0.65; clean 0.93 and 0.84. */
    clearRing: 0.87,
    clearFrame: 0.74,
    /** Frame lines inked so evenly inside that the chop is cut in reverse and has no gap to stand clear of. Fitted. */
    reversedInk: 0.5,
    /** The engines' confidences under which a name counts as unread. Fitted; engines are not comparable. */
    unread: { paddle: 0.55, tesseract: 0.3 },
    /** Characters of the shortest name on an arc. Standard: company names are longer. */
    leastCharacters: 4,
    /** Pixels across below which no character can be told. Fitted. */
    leastPixels: 70,
  },
} as const;
