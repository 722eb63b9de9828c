/** Of every shape. */
export const shape = {
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
} as const;

export const place = {
  /** Two outlines that share this much of the smaller one's bounds are of one seal. Chosen. */
  sameSeal: 0.6,
  /**
   * Intersection over union from which two boxes are one seal, where the same search looks at the same pixels again and
   * gives the same boxes. Chosen.
   */
  sameBox: 0.8,
} as const;

/** Lengths in shares of the radius unless another unit is given. */
export const ring = {
  /**
   * Score from which a line is the rim of a seal, and from which it is followed on no other map. `npm run fit` prints what
   * each choice finds and sees in vain on the tuning pages; the scores themselves stand in `ring-scorecard.ts`.
   */
  score: 0.5,
  sureScore: 3,
  /** Votes over circumference from which a circle is tried, and how many are tried a map. Fitted. */
  votes: 0.22,
  tries: 24,
  /** Smallest radius searched by votes, pixels of the reduced page: smaller curves are strokes. Fitted. */
  leastVotedRadius: 20,
  /** Shares of thin and of ink on the line under which it is the edge of something filled, or no line. Fitted. */
  leastThin: 0.3,
  leastTight: 0.4,
  /** Least share of the ring that lies on the page. Fitted: under a fifth, any curve passes. */
  visible: 0.2,
  /** Ink inside the ring, share of area. Fitted. */
  interior: [0.03, 0.72],
  /** Where the annulus under the rim starts, whose sectors are looked at for writing. Fitted. */
  annulus: 0.55,
  /** Smallest ring believed on a sheet of known size. Standard: round seals from 20 mm, seen at a tilt. */
  leastDiameterMm: 17,
  /**
   * Of a ring so whole and clean that nothing else is looked for where it lies. Fitted: whole impressions on any paper reach
   * them, none of the red things that are no seal.
   */
  certain: { coverage: 0.93, tight: 0.85, thin: 0.7 },
  /**
   * Median distance of the strongest ink from its first fit over which there is no ring to follow. Fitted: rings stay under
   * 0.03 in 19 of 20 cases, clutter is over 0.036 in 4 of 5.
   */
  scattered: 0.036,
  /** How far either side of the line bare paper is looked for. Chosen. */
  bareInward: 0.15,
  bareOutward: 0.08,
  /** Ink beside a line that counts as bare: under this multiple of printed ink, or this share of the line's own. Chosen. */
  bareInk: 0.7,
  bareShare: 0.55,
  /** Distance from the ellipse within which ink lies on it, and the same in pixels on small rings. Chosen. */
  onLine: 0.018,
  onLinePixels: 1.1,
  /** Least share of the rays that must meet ink for a ring to be followed, and under which it is held to a circle. Chosen. */
  leastFollowed: 0.15,
  circleBelow: 0.55,
  /** Growth of the long and shrinkage of the short semi-axis at one step of the fit after which the ring is lost. Chosen. */
  mostGrowth: 1.4,
  leastShrinkage: 0.6,
  /** How far inside the rim, in shares of the radius, its interior begins. Chosen. */
  insideFrom: 0.86,
  /** How far off a rough outline its ring may be, when it is followed. Chosen. */
  reach: 0.1,
  /** Least semi-axis of a ring that was followed, over the smallest looked for. Chosen. */
  leastFollowedAxis: 0.8,
  /** Diameter over the picture's short side from which a ring fills it: then the picture is a crop. Chosen. */
  fills: 0.6,
  /** How far off the ellipse the strongest ink is looked for, and pixels at least. Chosen. */
  near: 0.05,
  nearPixels: 3,
  /** How far in and out of a ring its two sides are looked at, and pixels at least. Chosen. */
  sideInward: 0.1,
  sideInwardPixels: 3,
  sideOutward: 0.07,
  sideOutwardPixels: 2.5,
  /** What a point counts for in the fit where no bare paper lies beside the line. Chosen. */
  thickWeight: 0.3,
  /**
   * Of the ring without its longest gap: the longest that is left out, share of the turn, the least of the ring that is taken
   * to be visible, and the least share that is taken to be left. Chosen.
   */
  whole: { longestGap: 0.5, leastVisible: 0.1, leastRest: 0.3 },
  /** Pixels of a sector from which it is looked at. Chosen. */
  sectorPixels: 3,
  /** Share of a sector's pixels that carry ink where it counts as written on. Chosen. */
  sectorInk: 0.04,
} as const;
