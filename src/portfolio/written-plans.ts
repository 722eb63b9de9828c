import type { AttachmentKind } from '../dossier/attachment-kinds.ts';

/** Papers in which a company tells its own plans and rules in its own words. */
export const writtenPlans: ReadonlySet<AttachmentKind> = new Set([
  'business-plan',
  'technical-plan',
  'construction-plan',
  'emergency-plan',
  'security-policy',
  'security-plan',
]);
