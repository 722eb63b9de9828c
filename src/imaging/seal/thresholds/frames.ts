export const frame = {
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
  /** Widest run of characters that still counts as one word, in heights of the row. Chosen: marks such as 作废 are short. */
  oneWord: 5,
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
} as const;
