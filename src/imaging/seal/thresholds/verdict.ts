/** What counts as printed, filled or missing when a seal is measured. Lengths in shares of the radius. */
export const measure = {
  /** Ink of a printed rim: multiple of the noise, and share of the rim's own upper fifth. Chosen. */
  printedOverNoise: 1.2,
  printedShare: 0.3,
  typicalQuantile: 0.8,
  /** Quantile of the printed rim's absorption that is its contrast. Chosen. */
  contrastQuantile: 0.55,
  /** Share of the mean print from which a point anywhere in the seal counts as printed. Chosen. */
  printedInside: 0.35,
  /** Ink left between rim and writing, share of the rim's, from which the gap counts as filled. Chosen. */
  filled: 0.35,
  /** How far the line may be off its fit, and how far in and out bare paper is looked for. Chosen. */
  reach: 0.03,
  inward: 0.11,
  outward: 0.08,
  /** The rim's own outer half belongs to a ring. Chosen. */
  ringReach: 1.02,
  /** Slopes under this share of the noise floor are no edges; of the others, the quantile that is the sharpness. Chosen. */
  edgeFloor: 0.5,
  edgeQuantile: 0.9,
  /** Fewer pixels with an edge tell nothing. Chosen. */
  leastEdges: 20,
  /** Radius that sharpness is stated for, pixels. Standard: a seal of 40 mm at 200 dpi. */
  sharpRadius: 157,
  /** Radius of the seal over that of the softening under which its rim is followed. Chosen. */
  radiusOverSoftening: 90,
  /** How far within a frame's bounds its line lies, share of the short side. Chosen. */
  frameInset: 0.04,
  /** How far within the rim a place must be on the page to be visible. Chosen. */
  visibleWithin: 0.03,
  /** Of a rim of which more is missing, the rest tells nothing. Chosen. */
  mostMissing: 0.98,
} as const;

export const verdict = {
  /**
   * Absorption of the rim under which a seal is faint. Fitted on 146 seals: faint ones reach 0.21, legible ones begin
   * at 0.29; grey ones at 0.09 and 0.33. Impressions in between were not drawn, so the true border is a convention.
   */
  faintContrast: { red: 0.25, other: 0.25, grey: 0.2 },
  /**
   * Share of the visible rim that a legible seal prints. Fitted on 381 legible and 36 worn rings: worn ones reach 0.83,
   * legible ones begin at 0.87. Of faint ones the dots that drown in the paper are missing too: 49 of 50 have more than 0.58.
   * Frames are crossed by print more often, and legible ones begin at 0.6.
   */
  legibleCoverage: { ring: 0.85, faintRing: 0.74, frame: 0.74 },
  /**
   * One stretch of the rim that is not there, and how whole the rest must be for that to be a cut rather than wear.
   * Fitted on 81 cut rings: they miss 0.25 and more, with 0.9 and more of the rest printed; legible ones miss up to 0.12,
   * worn ones 0.4, with 0.82 of the rest in 9 of 10.
   */
  cutMissing: 0.16,
  cutElsewhere: 0.86,
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
} as const;
