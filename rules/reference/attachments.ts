import { z } from 'zod';
import { attachmentKinds } from '../../src/dossier/attachment-kinds.ts';
import { provinces } from '../../src/dossier/schema/dossier.ts';
import { asOf, type FactSchema } from './fact.ts';

/** When a document is asked for. Whether a condition holds is for the rule to find out from the dossier. */
export const attachmentConditions = [
  'always',
  'access-provider-changed',
  'capital-changed',
  'company-name-changed',
  'domain-registered-elsewhere',
  'domains-changed',
  'has-audit-report',
  'many-domains',
  'many-sites',
  'mlps-level-two-or-higher',
  'no-audit-report',
  'pledge-uploaded',
  'pre-approval-area',
  'premises-leased',
  'representative-changed',
  'responsible-person-is-not-representative',
  'self-hosted',
  'shareholders-changed',
  'users-declared',
  'zero-revenue-with-payments',
] as const;
export type AttachmentCondition = (typeof attachmentConditions)[number];

export const documentPeriods = ['reported-year', 'last-full-year', 'licence-years', 'last-three-months'] as const;

const kind = z.string().transform((id, context) => {
  const found = attachmentIds.find((known) => known === id);
  if (found !== undefined) return found;
  context.addIssue({ code: 'custom', message: `no such kind of attachment: ${id}` });
  return z.NEVER;
});

// Object.keys widens the keys of a constant to string.
const attachmentIds = Object.keys(attachmentKinds) as (keyof typeof attachmentKinds)[];

const requirement = z.strictObject({
  kind,
  when: z.enum(attachmentConditions),
  /** Whose seal must be on it; none is asked for when left out. */
  seal: z.enum(['company', 'auditor', 'registry']).optional(),
  signature: z.enum(['legal-representative', 'responsible-person']).optional(),
  /** A seal across the edges of the sheets. */
  straddle: z.literal(true).optional(),
  /** What time the document must be about. */
  period: z.enum(documentPeriods).optional(),
  /** Only there; everywhere when left out. */
  provinces: z.array(z.enum(provinces)).min(1).optional(),
  /** Another kind that serves as well. */
  orInstead: kind.optional(),
});
export type AttachmentRequirement = z.output<typeof requirement>;

export function attachmentsSchema(fact: FactSchema) {
  const rows = z.array(fact(requirement));
  return z.strictObject({
    asOf,
    'annual-report': rows,
    filing: rows,
    application: rows,
    renewal: rows,
    change: rows,
  });
}
