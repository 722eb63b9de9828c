import pLimit from 'p-limit';
import type { LoadedDossier } from '../dossier/load.ts';
import { type Subject, subjectName } from '../dossier/subjects.ts';
import type { FileInspection, InspectionRequest } from '../imaging/inspection.ts';
import type { Collectors, CollectorTools } from './collector.ts';
import { type Evidence, unknown } from './evidence.ts';
import type { EvidenceKind } from './kinds.ts';
import type { Lookups } from './lookups.ts';

/** One piece of evidence that a rule asked for. */
export interface EvidenceRequest {
  readonly kind: EvidenceKind;
  readonly subject: Subject;
}

export interface CollectorFailure {
  readonly kind: EvidenceKind;
  readonly subject: string;
  readonly message: string;
}

export interface CollectedEvidence {
  readonly find: (kind: EvidenceKind, subject: Subject) => Evidence<unknown>;
  readonly failures: readonly CollectorFailure[];
}

export interface CollectOptions {
  readonly collectors: Collectors;
  readonly dossier: LoadedDossier;
  readonly today: string;
  readonly lookups: Lookups;
  /** Looks at one file below the folder of a dossier. */
  readonly inspect: (folder: string, file: string, request: InspectionRequest) => Promise<FileInspection>;
  /** Pieces gathered at the same time. */
  readonly concurrency: number;
}

/** Gathers all requested evidence: each piece once, each file opened once with all that anybody wants to see of it. */
export async function collectEvidence(
  requests: readonly EvidenceRequest[],
  options: CollectOptions,
): Promise<CollectedEvidence> {
  const { collectors, dossier } = options;
  const wanted = new Map<string, EvidenceRequest>();
  for (const request of requests) wanted.set(keyOf(collectors, request.kind, request.subject), request);

  const looks = new Map<string, Set<keyof InspectionRequest>>();
  for (const { kind, subject } of wanted.values()) {
    for (const { file, look } of collectors[kind].plan?.(subject, dossier) ?? []) {
      looks.set(file, (looks.get(file) ?? new Set()).add(look));
    }
  }
  // Another dossier of the run wants to see the same of its own files: whoever asks first looks for both.
  const everyLook = new Set([...looks.values()].flatMap((each) => [...each]));
  const inspections = new Map<string, Promise<FileInspection>>();
  const tools: CollectorTools = {
    dossier,
    today: options.today,
    lookups: options.lookups,
    inspect: (file) => {
      const running = inspections.get(file);
      if (running !== undefined) return running;
      const started = options.inspect(dossier.folder, file, planned(looks.get(file) ?? new Set()));
      inspections.set(file, started);
      return started;
    },
    inspectOf: (folder, file) => options.inspect(folder, file, planned(everyLook)),
  };

  const limit = pLimit(options.concurrency);
  const failures: CollectorFailure[] = [];
  const found = new Map<string, Evidence<unknown>>();
  await Promise.all(
    [...wanted].map(([key, { kind, subject }]) =>
      limit(async () => {
        try {
          found.set(key, await collectors[kind].collect(subject, tools));
        } catch (error) {
          const message = error instanceof Error ? error.message : String(error);
          failures.push({ kind, subject: subjectName(subject), message });
          found.set(key, unknown('internal-error', message));
        }
      }),
    ),
  );
  failures.sort((a, b) => `${a.kind} ${a.subject}`.localeCompare(`${b.kind} ${b.subject}`, 'en'));
  return { find: (kind, subject) => found.get(keyOf(collectors, kind, subject)) ?? unknown('not-supplied'), failures };
}

const planned = (looks: ReadonlySet<keyof InspectionRequest>): InspectionRequest => ({
  quality: looks.has('quality'),
  seals: looks.has('seals'),
  text: looks.has('text'),
});

function keyOf(collectors: Collectors, kind: EvidenceKind, subject: Subject): string {
  const collector = collectors[kind];
  if (!collector.subjects.includes(subject.kind))
    throw new Error(`evidence "${kind}" says nothing about a ${subject.kind}`);
  return `${kind}\n${collector.key(subject)}`;
}
