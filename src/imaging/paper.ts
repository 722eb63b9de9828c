/** Paper in millimetres as displayed. `assumed` when the file states no size, or one that no sheet of paper has. */
export interface Paper {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly assumed: boolean;
}

/** ISO 216. */
const A4 = { shortMm: 210, longMm: 297 } as const;
/** The short side of a small chop's paper slip, and A3 with 10 % to spare: nothing else comes with a dossier. */
const CREDIBLE_LONG_SIDE_MM = { min: 50, max: 462 } as const;

export const MM_PER_INCH = 25.4;

/** Keeps a stated size when it is that of a sheet of paper, else fits the picture onto A4. */
export function paperOf(width: number, height: number, statedMm: { width: number; height: number } | null): Paper {
  if (statedMm !== null) {
    const long = Math.max(statedMm.width, statedMm.height);
    if (long >= CREDIBLE_LONG_SIDE_MM.min && long <= CREDIBLE_LONG_SIDE_MM.max) {
      return { widthMm: statedMm.width, heightMm: statedMm.height, assumed: false };
    }
  }
  const scale = Math.min(A4.longMm / Math.max(width, height), A4.shortMm / Math.min(width, height));
  return { widthMm: width * scale, heightMm: height * scale, assumed: true };
}
