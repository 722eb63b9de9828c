import { type Ellipse, scaleEllipse } from '../geometry/ellipse.ts';
import { inkOfRing } from './ink-colour.ts';
import type { Found, RingCandidate, Search, Source } from './page-search.ts';
import { refineRing } from './ring.ts';
import { type RingFeature, ringFeatures } from './ring-features.ts';
import { RING_SCORECARD } from './ring-scorecard.ts';
import { scoreOf } from './scorecard.ts';
import { THRESHOLDS } from './thresholds.ts';

/**
 * Follows the ring near `rough`, which is in pixels of the source's map, and takes it as found where it scores as a seal.
 * Returns its score, or null where there is no ring.
 */
export function tryRing(search: Search, source: Source, rough: Ellipse): number | null {
  const candidate = followRing(search, source, rough);
  if (candidate === null) return null;
  search.rings.push(candidate);
  if (candidate.score >= THRESHOLDS.ring.score) search.found.push(asFound(search, candidate));
  return candidate.score;
}

function followRing({ maps, sizes }: Search, { map, least, kind }: Source, rough: Ellipse): RingCandidate | null {
  const { ring, shape } = THRESHOLDS;
  const scale = maps.width / map.width;
  const fitted = refineRing(map, rough, least, ring.reach);
  if (
    fitted === null ||
    fitted.b * scale < sizes.leastSemiAxis * ring.leastFollowedAxis ||
    fitted.a * scale < sizes.leastRing
  )
    return null;
  if (fitted.b < shape.flattest * fitted.a) return null;
  // Larger than any seal on a sheet of that size: then the picture is a crop, and the seal fills it.
  const fills = 2 * fitted.b > ring.fills * Math.min(map.width, map.height);
  if (fitted.a * scale > sizes.greatestSemiAxis && !fills) return null;
  const features = ringFeatures(map, fitted, least, sizes.ringPerMm === null ? null : sizes.ringPerMm / scale);
  if (features.thin < ring.leastThin || features.tight < ring.leastTight) return null;
  if (features.visible < ring.visible || features.inside < ring.interior[0] || features.inside > ring.interior[1])
    return null;
  const ellipse = scaleEllipse(fitted, scale, scale);
  return { ellipse, map: kind, features, score: scoreOf<RingFeature>({ ...features }, kind, RING_SCORECARD) };
}

function asFound({ maps }: Search, { ellipse, features, score }: RingCandidate): Found {
  const { certain } = THRESHOLDS.ring;
  return {
    outline: { form: 'ellipse', ellipse },
    ink: inkOfRing(maps, ellipse),
    coverage: features.coverage,
    score,
    certain: features.coverage >= certain.coverage && features.tight >= certain.tight && features.thin >= certain.thin,
    cut: false,
  };
}
