/** What is looked at on the reduced page. Chosen unless another source is given. */
export const search = {
  /** Longest side of a region of ink, over the greatest semi-axis of a seal, and least semi-axis of one over the smallest's. */
  greatestSide: 2.4,
  /**
   * Shortest long side of a region over that of the smallest chop, or of what an edge leaves of the smallest ring, which
   * is this much longer than its semi-axis. Fitted: the 800 tuning pages give the same seals as without.
   */
  leastSide: 0.9,
  cutRing: 1.7,
  leastSemiAxis: 0.7,
  /**
   * Gaps in worn print that are bridged, pixels either side, one width after the other: of coloured ink, of its levels, of
   * the softened map that pale ink is looked for on, and the same of grey ink.
   */
  joins: {
    colour: [0, 2, 5],
    level: [0, 2],
    pale: [1, 3, 6],
    grey: [0, 3],
    paleGrey: [0, 1, 2],
    strongGrey: [0, 3],
  },
  /** Ink of a level over that of the last one, up to which it is searched: nothing came apart above. */
  levelArea: 0.9,
  /** Ink at the edges that vote, over that of printed points. */
  votingInk: 0.8,
  /** Centres, in radii, and radii of two votes for one circle are less than this apart. */
  sameVote: 0.12,
  /** How far around a certain ring nothing votes, in its radii. */
  settled: 1.06,
} as const;

/** Sizes looked for, over those of seals. Chosen unless another source is given. */
export const sizes = {
  /** Long over short side up to which a picture is square, and therefore a crop. Standard: A4 has 1.41, Letter 1.29. */
  squarePage: 1.2,
  /** Greatest semi-axis of a seal that fills the picture, share of its long side. */
  whole: 0.55,
  /** Where the size of the paper is not known: the smallest ring over what votes find, the smallest chop over the least semi-axis. */
  cropRing: 0.7,
  cropSquare: 2.5,
  /** Longest frame there, over the greatest semi-axis. */
  cropFrame: 2,
  /** Where it is known: least and greatest semi-axis looked for, over those of the smallest and of the largest seal. */
  least: 0.5,
  greatest: 1.6,
} as const;
