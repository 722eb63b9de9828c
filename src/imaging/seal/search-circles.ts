import { ellipseBounds, scaleEllipse } from '../geometry/ellipse.ts';
import { type CircleVote, voteCircles } from './hough.ts';
import type { InkMap } from './ink-map.ts';
import type { Search, Source } from './page-search.ts';
import { tryRing } from './ring-candidate.ts';
import { isSettled } from './search.ts';
import { THRESHOLDS } from './thresholds.ts';

/**
 * Rings by votes on `soft`, a map of half the size, at edges of `least` ink and more; each is then followed on the
 * sources' own maps, one after the other, until it is sure to be a seal.
 */
export function searchCircles(search: Search, soft: InkMap, least: number, sources: readonly Source[]): void {
  const { sizes, maps } = search;
  const { ring, search: limit } = THRESHOLDS;
  const tried: CircleVote[] = [];
  const radii = { from: Math.max(ring.leastVotedRadius, sizes.leastSemiAxis) / 2, to: sizes.greatestSemiAxis / 2 };
  const scale = maps.width / soft.width;
  for (const vote of voteCircles(withoutSettled(search, soft), radii, least * limit.votingInk, ring.votes)) {
    if (tried.length >= ring.tries) break;
    const { cx, cy, radius } = vote;
    const near = (other: CircleVote): boolean =>
      Math.hypot(other.cx - cx, other.cy - cy) < limit.sameVote * other.radius &&
      Math.abs(other.radius / radius - 1) < limit.sameVote;
    if (tried.some(near)) continue;
    tried.push(vote);
    const circle = { cx, cy, a: radius, b: radius, angle: 0 };
    if (isSettled(search, { form: 'ellipse', ellipse: circle }, scale)) continue;
    for (const source of sources) {
      const size = source.map.width / soft.width;
      const rough = { cx: cx * size, cy: cy * size, a: radius * size, b: radius * size, angle: 0 };
      if ((tryRing(search, source, rough) ?? 0) >= ring.sureScore) break;
    }
  }
}

/** The map with nothing where certain seals lie: their strokes need no votes. */
function withoutSettled({ found, maps }: Search, map: InkMap): InkMap {
  const settled = found.filter(({ certain }) => certain);
  if (settled.length === 0) return map;
  const { width, height } = map;
  const scale = map.width / maps.width;
  const data = map.data.slice();
  for (const { outline } of settled) {
    if (outline.form !== 'ellipse') continue;
    const around = THRESHOLDS.search.settled * scale;
    const ellipse = scaleEllipse(outline.ellipse, around, around);
    const placed = { ...ellipse, cx: outline.ellipse.cx * scale, cy: outline.ellipse.cy * scale };
    const bounds = ellipseBounds(placed);
    const cos = Math.cos(placed.angle);
    const sin = Math.sin(placed.angle);
    for (let y = Math.max(0, Math.ceil(bounds.top)); y <= Math.min(height - 1, bounds.bottom); y++) {
      for (let x = Math.max(0, Math.ceil(bounds.left)); x <= Math.min(width - 1, bounds.right); x++) {
        const dx = x - placed.cx;
        const dy = y - placed.cy;
        const u = (dx * cos + dy * sin) / placed.a;
        const v = (dy * cos - dx * sin) / placed.b;
        if (u * u + v * v < 1) data[y * width + x] = 0;
      }
    }
  }
  return { width, height, data };
}
