import { type FrameFeature, frameFeatures } from './frame-features.ts';
import { FRAME_SCORECARD } from './frame-scorecard.ts';
import { inkOfFrame } from './ink-colour.ts';
import type { Region } from './outline.ts';
import type { Found, FrameCandidate, Search, Source } from './page-search.ts';
import { scoreOf } from './scorecard.ts';
import { THRESHOLDS } from './thresholds.ts';

/** Looks at a region of the source's map as a frame, and takes it as found where it scores as a seal. Returns whether it is whole. */
export function tryFrame(search: Search, source: Source, region: Region): boolean {
  const candidate = frameAround(search, source, region);
  if (candidate === null) return false;
  search.frames.push(candidate);
  if (candidate.score < THRESHOLDS.frame.score) return false;
  search.found.push(asFound(search, candidate));
  return candidate.features.coverage >= THRESHOLDS.frame.whole;
}

function frameAround(
  { maps, sizes }: Search,
  { map, least, kind, rimMap }: Source,
  { rectangle, fill }: Region,
): FrameCandidate | null {
  const { frame, shape } = THRESHOLDS;
  const scale = maps.width / map.width;
  const square = rectangle.width <= shape.squareWithin * rectangle.height;
  if (
    fill < frame.fill ||
    rectangle.height * scale < (square ? sizes.leastSquare : sizes.leastSquare * frame.barHeight)
  )
    return null;
  if (rectangle.width * scale > sizes.longestFrame) return null;
  if (rectangle.width > shape.longestRectangle * rectangle.height) return null;
  const features = frameFeatures({ map, rimMap: rimMap ?? map }, rectangle, least, {
    fill,
    perMm: sizes.framePerMm === null ? null : sizes.framePerMm / scale,
  });
  if (features.inside < frame.interior[0] || features.inside > frame.interior[1]) return null;
  const { cx, cy, width, height, angle } = rectangle;
  return {
    rectangle: { cx: cx * scale, cy: cy * scale, width: width * scale, height: height * scale, angle },
    map: kind,
    features,
    score: scoreOf<FrameFeature>({ ...features }, kind, FRAME_SCORECARD),
  };
}

const asFound = ({ maps }: Search, { rectangle, features, score }: FrameCandidate): Found => ({
  outline: { form: 'rectangle', rectangle },
  ink: inkOfFrame(maps, rectangle, 1),
  coverage: features.coverage,
  score,
  certain: false,
  cut: false,
});
