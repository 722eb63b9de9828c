import { z } from 'zod';
import { asOf, type FactSchema } from './fact.ts';

export const tracedActivities = [
  'live-streaming',
  'trading',
  'algorithm',
  'community',
  'search',
  'messaging',
  'app-store',
  'advertising',
  'e-commerce',
] as const;
export type TracedActivity = (typeof tracedActivities)[number];

export const sealInnerKinds = [
  'contract',
  'finance',
  'invoice',
  'personnel',
  'business',
  'department',
  'registrar',
] as const;
export type SealInnerKind = (typeof sealInnerKinds)[number];

/** A pattern that finds its own example; matched without regard to case. */
const placeholder = z.strictObject({ pattern: z.string(), example: z.string() }).transform((row, context) => {
  const pattern = new RegExp(row.pattern, 'iu');
  if (row.example.search(pattern) < 0) context.addIssue({ code: 'custom', message: `does not match ${row.example}` });
  return { pattern, example: row.example };
});

export function wordingSchema(fact: FactSchema) {
  const words = fact(z.array(z.string().min(1)).min(1));
  const headed = fact(
    z.array(z.strictObject({ id: z.string(), name: z.string(), en: z.string(), headings: z.array(z.string()) })),
  );
  return z.strictObject({
    asOf,
    genericSiteNames: words,
    stateNames: words,
    sensitiveSiteNames: words,
    forbiddenDomainLabels: words,
    provincialSiteNames: z.record(z.string(), words),
    superlatives: words,
    superlativesInPractice: words,
    /** One strong trace shows an activity; weak ones only do together. */
    traces: z.record(
      z.enum(tracedActivities),
      fact(z.strictObject({ strong: z.array(z.string()), weak: z.array(z.string()) })),
    ),
    placeholders: fact(z.array(placeholder)),
    sealInnerLines: z.record(z.enum(sealInnerKinds), words),
    securityChapters: headed,
    financialStatements: headed,
    abnormalStatuses: words,
  });
}
