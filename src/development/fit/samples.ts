import { readFile } from 'node:fs/promises';
import { overlap, type TrueSeal } from '../../../fixtures/generate/accuracy-scores.ts';
import { IMAGING_LIMITS } from '../../imaging/limits.ts';
import { mediaTypeOf } from '../../imaging/media-type.ts';
import { openPicture } from '../../imaging/picture.ts';
import type { Box } from '../../imaging/raster.ts';
import { rimCandidates } from '../../imaging/seal/detect.ts';
import type { FrameFeature } from '../../imaging/seal/frame-features.ts';
import { boundsOf, type SealOutline } from '../../imaging/seal/place.ts';
import type { RingFeature } from '../../imaging/seal/ring-features.ts';
import type { Features, RimMap } from '../../imaging/seal/scorecard.ts';
import type { GeneratedPage } from '../accuracy/generated-pages.ts';

/** Something on a page that was looked at as the rim of a seal, and the seal that it covers best. */
export interface Sample<Feature extends string> {
  /** Index of its page. */
  readonly page: number;
  readonly map: RimMap;
  readonly features: Features<Feature>;
  readonly box: Box;
  readonly seal: TrueSeal | null;
  /** Intersection over union of the box and the seal's. */
  readonly overlap: number;
}

export interface Samples {
  readonly rings: readonly Sample<RingFeature>[];
  readonly frames: readonly Sample<FrameFeature>[];
}

/** Void marks are framed as seals are, and told from them by what they say: nothing can be learned from their frames. */
const UNTEACHABLE = 'void-box';
const RING_ITSELF = 0.3;

/** `note` hears how many pages are done. */
export async function samplesOn(pages: readonly GeneratedPage[], note: (done: number) => void): Promise<Samples> {
  const rings: Sample<RingFeature>[] = [];
  const frames: Sample<FrameFeature>[] = [];
  for (const [page, { path, truth, distractors }] of pages.entries()) {
    const bytes = await readFile(path);
    const file = await openPicture(bytes, mediaTypeOf(bytes), IMAGING_LIMITS);
    const { raster, paper } = await file.page(1).image();
    file.close();
    const placed = (outline: SealOutline) => {
      const { left, top, right, bottom } = boundsOf(outline);
      const x = Math.max(0, left / raster.width);
      const y = Math.max(0, top / raster.height);
      const width = Math.min(1, right / raster.width) - x;
      const height = Math.min(1, bottom / raster.height) - y;
      const box = { x, y, width, height };
      const [best] = truth
        .map((seal) => ({ seal, overlap: seal.box === null ? 0 : overlap(seal.box, box) }))
        .sort((p, q) => q.overlap - p.overlap);
      return { page, box, seal: best?.seal ?? null, overlap: best?.overlap ?? 0 };
    };
    const isRing = ({ seal }: { readonly seal: TrueSeal | null }): boolean =>
      seal?.shape === 'round' || seal?.shape === 'oval';
    const candidates = rimCandidates(raster, paper);
    for (const { ellipse, map, features } of candidates.rings) {
      const place = placed({ form: 'ellipse', ellipse });
      const none = { seal: null, overlap: 0 };
      rings.push({ ...place, ...(isRing(place) ? {} : none), map, features: { ...features } });
    }
    if (!distractors.includes(UNTEACHABLE)) {
      for (const { rectangle, map, features } of candidates.frames) {
        const place = placed({ form: 'rectangle', rectangle });
        // The rectangle around a ring: the ring is believed first.
        if (isRing(place) && place.overlap > RING_ITSELF) continue;
        frames.push({ ...place, map, features: { ...features } });
      }
    }
    note(page + 1);
  }
  return { rings, frames };
}
