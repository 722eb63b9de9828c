import type { LoadedDossier } from '../dossier/load.ts';
import type { Subject, SubjectKind } from '../dossier/subjects.ts';
import type { FileInspection, InspectionRequest } from '../imaging/inspection.ts';
import type { Evidence } from './evidence.ts';
import type { EvidenceKind, EvidenceValues } from './kinds.ts';
import type { Lookups } from './lookups.ts';

/** What collectors work with; one for each dossier. */
export interface CollectorTools {
  readonly dossier: LoadedDossier;
  /** Day that the check is made for. */
  readonly today: string;
  /** Looks at an attachment, once for all collectors, seeing all that was planned. */
  readonly inspect: (file: string) => Promise<FileInspection>;
  /** Looks at an attachment of any dossier of the run, by that dossier's folder. */
  readonly inspectOf: (folder: string, file: string) => Promise<FileInspection>;
  readonly lookups: Lookups;
}

/** Gathers one kind of evidence. Never throws for what the world does: that is `unknown` with a reason. */
export interface Collector<K extends EvidenceKind> {
  /** Subjects that it can say something about. */
  readonly subjects: readonly SubjectKind[];
  /** Equal keys in one dossier mean equal evidence, gathered once. */
  readonly key: (subject: Subject) => string;
  /** What it will want to see of which attachments; known beforehand so that each file is opened once. */
  readonly plan?: (subject: Subject, dossier: LoadedDossier) => readonly PlannedLook[];
  readonly collect: (subject: Subject, tools: CollectorTools) => Promise<Evidence<EvidenceValues[K]>>;
}

export interface PlannedLook {
  readonly file: string;
  readonly look: keyof InspectionRequest;
}

export type Collectors = { readonly [K in EvidenceKind]: Collector<K> };
