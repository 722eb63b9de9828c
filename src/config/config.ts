import { z } from 'zod';
import { severities } from '../engine/rule.ts';

const ruleSetting = z.union([
  z.enum(['off', ...severities]),
  z.strictObject({
    severity: z.enum(['off', ...severities]).optional(),
    options: z.record(z.string(), z.unknown()).optional(),
  }),
]);

/** A named selection of rules, `rules/presets/<name>.yaml`. */
export const presetSchema = z.strictObject({
  extends: z.string().nullable(),
  /** Replaces one severity by another, for every rule. */
  severities: z.partialRecord(z.enum(severities), z.enum(severities)),
  rules: z.record(z.string(), ruleSetting),
});
export type Preset = z.output<typeof presetSchema>;

/** `.icp-check.yaml`, in the working folder or above it. Flags win over it. */
export const configSchema = z.strictObject({
  preset: z.string().optional(),
  failOn: z.enum(severities).optional(),
  strict: z.boolean().optional(),
  locale: z.enum(['zh-CN', 'en']).optional(),
  offline: z.boolean().optional(),
  baseline: z.string().optional(),
  rules: z.record(z.string(), ruleSetting).optional(),
});
export type Config = z.output<typeof configSchema>;
export type RuleSetting = z.output<typeof ruleSetting>;
