import { z } from 'zod';
import blurred from '../../rules/scan/blurred/rule.ts';
import glareOrShadow from '../../rules/scan/glare-or-shadow/rule.ts';
import lowResolution from '../../rules/scan/low-resolution/rule.ts';
import photographedScreen from '../../rules/scan/photographed-screen/rule.ts';
import skewedOrRotated from '../../rules/scan/skewed-or-rotated/rule.ts';

const limits = z.object({
  leastDpi: z.number(),
  leastTextPixels: z.number(),
  leastSharpness: z.number(),
  clearSharpness: z.number(),
  mostGlare: z.number(),
  leastEvenness: z.number(),
  mostDegrees: z.number(),
  mostMoire: z.number(),
});

/** What the rules on scans ask of a page when nobody changes their options; each in the unit of its measure. */
export type QualityLimits = z.output<typeof limits>;

/** Read from the rules themselves, so that a page that explains them never says otherwise. */
export function qualityLimits(): QualityLimits {
  const rules = [lowResolution, blurred, glareOrShadow, skewedOrRotated, photographedScreen];
  return limits.parse(Object.assign({}, ...rules.map(({ options }) => options.parse({}))));
}
