import { type Ellipse, ellipseBounds } from '../geometry/ellipse.ts';
import type { InkMap } from './ink-map.ts';
import { THRESHOLDS } from './thresholds.ts';

/** Ink between the centre and the rim: its share of the area, and the share of 24 sectors that hold some. */
export function ringInterior(map: InkMap, ellipse: Ellipse, least: number): { ink: number; sectors: number } {
  const bounds = ellipseBounds(ellipse);
  const inked = new Uint32Array(24);
  const visible = new Uint32Array(24);
  const cos = Math.cos(ellipse.angle);
  const sin = Math.sin(ellipse.angle);
  const within = THRESHOLDS.ring.insideFrom ** 2;
  const annulus = THRESHOLDS.ring.annulus ** 2;
  let total = 0;
  let ink = 0;
  for (let y = Math.max(0, Math.ceil(bounds.top)); y <= Math.min(map.height - 1, bounds.bottom); y++) {
    const dy = y - ellipse.cy;
    for (let x = Math.max(0, Math.ceil(bounds.left)); x <= Math.min(map.width - 1, bounds.right); x++) {
      const dx = x - ellipse.cx;
      const u = (dx * cos + dy * sin) / ellipse.a;
      const v = (dy * cos - dx * sin) / ellipse.b;
      const square = u * u + v * v;
      if (square > within) continue;
      const printed = (map.data[y * map.width + x] ?? 0) > least;
      total++;
      if (printed) ink++;
      if (square < annulus) continue;
      const turn = Math.atan2(dy, dx) / (2 * Math.PI) + 1;
      const sector = Math.floor((turn % 1) * 24) % 24;
      visible[sector] = (visible[sector] ?? 0) + 1;
      if (printed) inked[sector] = (inked[sector] ?? 0) + 1;
    }
  }
  let seen = 0;
  let filled = 0;
  for (const [sector, count] of visible.entries()) {
    if (count < THRESHOLDS.ring.sectorPixels) continue;
    seen++;
    if ((inked[sector] ?? 0) > THRESHOLDS.ring.sectorInk * count) filled++;
  }
  return { ink: total === 0 ? 0 : ink / total, sectors: seen === 0 ? 0 : filled / seen };
}
