import { readFile } from 'node:fs/promises';
import { overlap, type TrueSeal } from '../../../fixtures/generate/accuracy-scores.ts';
import { ellipseBounds } from '../../imaging/geometry/ellipse.ts';
import { IMAGING_LIMITS } from '../../imaging/limits.ts';
import { mediaTypeOf } from '../../imaging/media-type.ts';
import { openPicture } from '../../imaging/picture.ts';
import type { Box } from '../../imaging/raster.ts';
import { ringCandidates } from '../../imaging/seal/detect.ts';
import type { RingCandidate } from '../../imaging/seal/ring-candidate.ts';
import type { LabelledPicture } from '../accuracy/generated-pages.ts';

/** A line on a page that was followed as a ring, and the seal whose rim it is. */
export interface RingSample {
  /** Index of its page. */
  readonly page: number;
  readonly candidate: RingCandidate;
  readonly box: Box;
  /** Which of the page's seals it covers best, and how well: intersection over union of the boxes. */
  readonly seal: TrueSeal | null;
  readonly overlap: number;
}

/** Rings of all pages; `note` hears how many pages are done. */
export async function ringSamples(
  pages: readonly LabelledPicture[],
  note: (done: number) => void,
): Promise<RingSample[]> {
  const samples: RingSample[] = [];
  for (const [index, { path, truth }] of pages.entries()) {
    const bytes = await readFile(path);
    const file = await openPicture(bytes, mediaTypeOf(bytes), IMAGING_LIMITS);
    const { raster, paper } = await file.page(1).image();
    file.close();
    for (const candidate of ringCandidates(raster, paper)) {
      const { left, top, right, bottom } = ellipseBounds(candidate.ellipse);
      const x = Math.max(0, left / raster.width);
      const y = Math.max(0, top / raster.height);
      const box = {
        x,
        y,
        width: Math.min(1, right / raster.width) - x,
        height: Math.min(1, bottom / raster.height) - y,
      };
      const [best] = truth
        .map((seal) => ({ seal, overlap: seal.box === null ? 0 : overlap(seal.box, box) }))
        .sort((p, q) => q.overlap - p.overlap);
      samples.push({ page: index, candidate, box, seal: best?.seal ?? null, overlap: best?.overlap ?? 0 });
    }
    note(index + 1);
  }
  return samples;
}
