/**
 * Every number that decides something about a signature, in one place. Millimetres on paper; ink 0 (as the paper) to 1.
 *
 * Fitted on some 210 generated pages of other seeds, signed in three hands; `handModel` is a logistic regression over
 * 121 writings of them. Judged on 65 pages of the seeds judge2 to judge6, with two hands more that the fit never saw,
 * by `npm run accuracy:signatures -- --count 13 --seed judge2` and so on, read by PP-OCR: signed, recall 36 of 40 and
 * precision 36 of 36; unsigned, 14 of 16 and 14 of 15; typed, 10 of 14 and 10 of 11. 8 were
 * inconclusive, most of them under a seal without colour. So few pages say little about rare faults.
 */
export const THRESHOLDS = {
  zone: {
    /** Reach of the zone above and below the middle of its label, in characters of the label. Chosen: a name 13 mm tall beside print of 4 mm still lies within. */
    reach: 2.3,
    /** Width of the zone where no other print ends it. Chosen: three characters of 15 mm, and some room before them. */
    widestMm: 75,
    /** Under the label, where a form leaves room for the signature there. */
    belowMm: 18,
    /** Less room than this under a label is the gap between two lines. */
    leastBelowMm: 7,
  },
  ink: {
    /** Absorption from which a pixel begins a stroke, and from which it belongs to one that has begun. */
    seed: 0.27,
    grown: 0.16,
    /** Red excess from which ink is a seal's, and the absorption of red light under it that only a pen has. */
    red: 0.07,
    seedUnderRed: 0.5,
    grownUnderRed: 0.4,
    /** Straight ink at least this long is a rule of a form, and so thick at most. */
    ruleMm: 9,
    uprightRuleMm: 11,
    thickestRuleMm: 0.9,
    /** Smaller in both directions: dust, and the ends of strokes that were erased. */
    speckMm: 0.7,
  },
  verdict: {
    /** Strokes shorter than this in all are no name. */
    leastStrokeMm: 12,
    /** A pen of any kind is thinner, and a name has some breadth and some slant. */
    thickestPenMm: 2.2,
    leastBreadthMm: 1.6,
    leastSlant: 0.12,
    /** Share of the zone under red ink from which it is worth saying that only a seal is there. */
    sealShare: 0.01,
    /** Probability of a hand from which a zone is signed, and under which its ink is print. */
    hand: 0.7,
    print: 0.35,
    handModel: { intercept: -2.42, slant: 11.77, height: 7.65, pen: 4.3, blueness: 3.76, paleness: 1.71 },
    /** Natural logarithm of the height over the label's characters, between which it counts. */
    leastTall: -0.3,
    mostTall: 1,
    /** Of labels whose own ink is gone, under a seal's black or off the page. */
    usualPrint: { slant: 0.55, penMm: 0.45, darkness: 0.78, blueness: -0.02 },
  },
} as const;
