import { z } from 'zod';
import { severities } from '../engine/rule.ts';
import { allowedHost } from '../network/allowed-host.ts';
import { recordingKinds } from '../network/recording.ts';

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

const host = z.string().transform((written, context) => {
  const host = allowedHost(written);
  if (host !== null) return host;
  context.addIssue({ code: 'custom', message: `not a host or host:port: ${written}` });
  return z.NEVER;
});

/** How the world outside is asked. */
const networkSettings = z.strictObject({
  /** `host` or `host:port` that may be asked although it lies inside the network that the check runs in. */
  allowedHosts: z.array(host).optional(),
  /** Seconds that all questions of a check may take together. */
  timeout: z.number().positive().max(3600).optional(),
  /** Days that a recorded or supplied answer stays usable, by kind. */
  freshnessDays: z.partialRecord(z.enum(recordingKinds), z.int().positive().max(3650)).optional(),
  /** Path of the Chromium that `--browser` starts. */
  chromium: z.string().min(1).optional(),
});

/** `.icp-check.yaml`, in the working folder or above it. Flags win over it. */
export const configSchema = z.strictObject({
  preset: z.string().optional(),
  failOn: z.enum(severities).optional(),
  strict: z.boolean().optional(),
  locale: z.enum(['zh-CN', 'en']).optional(),
  offline: z.boolean().optional(),
  baseline: z.string().optional(),
  network: networkSettings.optional(),
  rules: z.record(z.string(), ruleSetting).optional(),
});
export type Config = z.output<typeof configSchema>;
export type RuleSetting = z.output<typeof ruleSetting>;
