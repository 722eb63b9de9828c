import { z } from 'zod';
import { asOf, type FactSchema } from './fact.ts';

const monthDay = z.string().regex(/^\d{2}-\d{2}$/);

export const clockIds = [
  'renewal',
  'termination',
  'subject-or-scope-change',
  'subject-or-scope-change-notice',
  'registered-particulars-change',
  'service-or-address-change',
  'filing-change',
  'filing-correction',
  'police-filing',
  'algorithm-filing',
  'algorithm-change',
  'algorithm-end',
  'real-name-synchronised',
  'sms-check',
  'licence-decision',
  'filing-decision',
] as const;
export type ClockId = (typeof clockIds)[number];

const clock = z.strictObject({
  amount: z.int().positive(),
  unit: z.enum(['days', 'working-days', 'hours']),
  /** `before` the anchor is the latest day to act; `after` it likewise. */
  direction: z.enum(['before', 'after']),
  anchor: z.string(),
});

export function deadlinesSchema(fact: FactSchema) {
  return z.strictObject({
    asOf,
    /** MM-DD of the year after the reported one, both days included. */
    annualReportWindow: fact(z.strictObject({ opens: monthDay, closes: monthDay })),
    annualReportCure: fact(z.strictObject({ from: monthDay, to: monthDay })),
    /** MM-DD from which nothing can be entered. */
    annualReportClosed: fact(monthDay),
    clocks: z.record(z.enum(clockIds), fact(clock)),
  });
}

export function thresholdsSchema(fact: FactSchema) {
  const count = fact(z.int().positive());
  return z.strictObject({
    asOf,
    /** Yuan. */
    minimumCapitalProvincial: count,
    /** Yuan. */
    minimumCapitalNational: count,
    licenceYears: count,
    minimumInsured: count,
    logRetentionMonths: count,
    contentRecordDays: count,
    streamRecordDays: count,
    identityRemainingMonths: count,
    domainAgeMonths: count,
    filingsPerServer: count,
    serverTermMonths: count,
    siteNameMinimumHan: count,
    footerFontPixels: count,
    appIconKilobytes: count,
    /** Real-name verifications before this day must be made again. */
    realNameSince: fact(z.iso.date()),
  });
}

const size = z.strictObject({ bytes: z.int().positive(), inclusive: z.boolean() });

export const fileFormats = ['pdf', 'jpeg', 'png'] as const;
export type FileFormat = (typeof fileFormats)[number];

export function portalsSchema(fact: FactSchema) {
  return z.strictObject({
    asOf,
    portals: z.array(
      fact(
        z.strictObject({
          id: z.string(),
          name: z.string(),
          aliases: z.array(z.string()),
          /** The first portal that serves a procedure is the one that a dossier naming none goes to. */
          procedures: z.array(z.enum(['annual-report', 'filing', 'application', 'renewal', 'change'])),
          formats: z.array(z.enum(fileFormats)),
          maximum: size,
          minimum: size.optional(),
        }),
      ),
    ),
    hosts: z.strictObject({
      filing: fact(z.array(z.string())),
      retiredFiling: fact(z.array(z.string())),
      police: fact(z.array(z.string())),
    }),
    pledge: fact(z.strictObject({ compared: z.literal('character-for-character') })),
    fileNames: fact(z.strictObject({ pattern: z.string() })),
  });
}

export function numberFormsSchema(fact: FactSchema) {
  return z.strictObject({
    asOf,
    forms: z.array(
      fact(
        z.strictObject({
          id: z.enum([
            'filing',
            'telecom-licence',
            'icp-licence',
            'police-filing',
            'algorithm-filing',
            'mlps-certificate',
            'mlps-report',
            'uscc',
            'resident-id',
            'mobile',
          ]),
          name: z.string(),
          en: z.string(),
          /** How it is written, in Chinese words. */
          form: z.string(),
          examples: z.array(z.string()).min(1),
        }),
      ),
    ),
  });
}
