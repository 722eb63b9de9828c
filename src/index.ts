/** The public interface: everything else may change without notice. */
export { type CheckPathsOptions as CheckOptions, checkPaths as check } from './check-paths.ts';
export { UsageError } from './config/usage-error.ts';
export type { Place } from './dossier/place.ts';
export type { DossierData, Procedure } from './dossier/schema/dossier.ts';
export { type Basis, defineRule, open, type Rule, type Severity, type VerdictKind } from './engine/rule.ts';
export type { Confidence, Evidence, OpenReason } from './evidence/evidence.ts';
export type { FileInspection, PageInspection, SealInspection } from './imaging/inspection.ts';
export { type InspectFilesOptions as InspectOptions, inspectFiles as inspect } from './inspect-files.ts';
export type { DossierReport, FindingReport, Locale, Report, VerdictReport } from './report/report.ts';
