export const frame = {
  /** Score from which a framed region is a seal, chosen as that of rings is; rows of red print, which no drawn page has, stay below. */
  score: 1,
  /** Share of a frame that carries ink from which no cut is looked for. Chosen: the tests' cut seals reach 0.91. */
  whole: 0.93,
  /** What a frame that is cut scores at least: more than one with gaps, less than a whole one. Chosen. */
  cutScore: 2.5,
  /** Longest side around all ink over the longest frame, beyond which no frame along the hull is looked for. Chosen. */
  alongHull: 1.5,
  /** Share of a rectangle's rim that the full-size look must confirm unless a whole name is read. Fitted: words and table cells reach 0.66. */
  measured: 0.72,
  /** Hull over smallest rectangle. Standard: a circle has 0.785; a worn corner is missing of some frames. */
  fill: 0.8,
  /** Ink inside the frame, share of area. Fitted. */
  interior: [0.025, 0.97],
  /**
   * Of what a straight cut left of a frame: share of each printed stretch of a side, and of all of them, on one line;
   * share of them with bare paper just inside; hull over rectangle, a half being all that a cut from corner to corner leaves; most ink and fewest strokes inside. Fitted.
   */
  cutLine: 0.86,
  cutWhole: 0.92,
  cutClear: 0.6,
  cutFill: 0.45,
  cutInterior: [0.08, 0.75],
  cutStrokes: 1.5,
  /** Strokes inside where no bare paper follows the sides, as in chops cut in reverse: a logo's letter has fewer. Fitted. */
  cutSolidStrokes: 2.5,
  /** Largest square chop, which tells how deep a cut one was. Standard: 25 mm. */
  longestSquareMm: 26,
  /** Smallest name chop and longest bar seal believed on a sheet of known size. Standard: chops from 16 mm, bars to 70. */
  leastSquareMm: 13.5,
  longestMm: 80,
  /** Widest run of characters that still counts as one word, in heights of the row. Chosen: marks such as 作废 are short. */
  oneWord: 5,
  /** Ink of a row of such a word, share of the width inside, and its height over that inside: more is a filled shape. Chosen. */
  wordInk: 0.02,
  wordHeight: 0.97,
  /** How far in from the outermost ink a side's line is looked for, share of the short side, and pixels at least. Chosen. */
  depth: 0.1,
  leastDepthPixels: 3,
  /** Ink that counts as such inside, over the mean of the frame's own. Chosen. */
  solidInk: 0.5,
  /** Short side of the lowest bar seal over that of the smallest chop. Chosen. */
  barHeight: 0.5,
} as const;

/** Of a frame that a straight line cuts. Shares of a side's length unless another unit is given. */
export const cutFrame = {
  /** Turns of the hull's edges less than this far apart are one, radians. Chosen. */
  sameTurn: 0.04,
  /** Reach of the line on a side that is wholly printed. Chosen. */
  whole: 0.93,
  /** Share of a stretch's last sixth that still has to carry ink: a stretch ends where its line does. Chosen. */
  lasting: 0.5,
  /** How far in from the outermost ink the line is looked for, share of the short side, and pixels at least. Chosen. */
  depth: 0.1,
  leastDepthPixels: 3,
  /** Least reaches of the sides that the cut ends on, by how many sides between them are whole; more than one: none. Chosen. */
  leastReach: [
    { one: 0.8, both: 0.7 },
    { one: 0.75, both: 0.3 },
  ],
  /** Printed rim, share of the perimeter: less is no frame, and frames that are missing less are not cut. Chosen. */
  leastRim: 0.36,
  mostRim: 0.9,
  /** Area of the hull over the area on the printed side of the cut. Chosen. */
  mostBeyond: 1.1,
  leastFill: 0.84,
  /** A side that reaches less is gone: its length tells how deep the frame was. Chosen. */
  little: 0.4,
  /** How far inside a side bare paper is looked for, share of the short side, and its ink over the line's. Chosen. */
  bareReach: 0.16,
  bareInk: 0.6,
  /** Longest edges of a hull whose turns are tried, and short side of what is looked at, pixels at least. Chosen. */
  edges: 6,
  leastHeightPixels: 6,
} as const;
