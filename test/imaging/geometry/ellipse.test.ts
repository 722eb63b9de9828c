import { describe, expect, it } from 'vitest';
import {
  type Ellipse,
  fitEllipse,
  type PointList,
  pointList,
  pointOnEllipse,
} from '../../../src/imaging/geometry/ellipse.ts';

function pointsOn(ellipse: Ellipse, from: number, to: number, count = 40): PointList {
  const points = pointList(count);
  points.count = count;
  for (let k = 0; k < count; k++) {
    const { x, y } = pointOnEllipse(ellipse, from + ((to - from) * k) / (count - 1), 1);
    points.xs[k] = x;
    points.ys[k] = y;
  }
  return points;
}

const oval: Ellipse = { cx: 812, cy: 1240, a: 130, b: 88, angle: 0.6 };

describe('the ellipse through points', () => {
  it('is found from all around and from half of it', () => {
    for (const to of [2 * Math.PI, Math.PI]) {
      const fitted = fitEllipse(pointsOn(oval, 0, to), false);
      for (const key of ['cx', 'cy', 'a', 'b', 'angle'] as const) expect(fitted?.[key]).toBeCloseTo(oval[key], 3);
    }
  });

  it('is a circle when a circle is asked for', () => {
    const fitted = fitEllipse(pointsOn({ cx: 50, cy: 60, a: 20, b: 20, angle: 0 }, 0, 1.5), true);
    expect(fitted?.cx).toBeCloseTo(50, 4);
    expect(fitted?.a).toBeCloseTo(20, 4);
    expect(fitted?.b).toBeCloseTo(fitted?.a ?? 0, 6);
  });

  it('follows the heavier points', () => {
    const points = pointsOn(oval, 0, 2 * Math.PI);
    points.xs[7] = 400;
    points.ys[7] = 400;
    points.weights[7] = 1e-9;
    expect(fitEllipse(points, false)?.a).toBeCloseTo(130, 1);
  });

  it('is none for too few points, one point over and over, or points on a line', () => {
    expect(fitEllipse(pointsOn(oval, 0, 3, 4), false)).toBeNull();
    expect(fitEllipse(pointsOn({ ...oval, a: 0, b: 0 }, 0, 6), false)).toBeNull();
    const line = pointList(20);
    line.count = 20;
    for (let k = 0; k < 20; k++) line.xs[k] = k;
    expect(fitEllipse(line, true)).toBeNull();
  });
});
