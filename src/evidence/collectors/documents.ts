import { documentEvidence } from '../../documents/documents.ts';
import type { DocumentReadings, Reading } from '../../documents/reading.ts';
import type { LoadedDossier } from '../../dossier/load.ts';
import type { Collector } from '../collector.ts';
import { type Evidence, known, unknown } from '../evidence.ts';
import { viewPages } from './attachment.ts';

type Kind = keyof DocumentReadings;

const everySubject = [
  'dossier',
  'company',
  'licence',
  'person',
  'domain',
  'website',
  'app',
  'access',
  'attachment',
] as const;

/** Reads all attachments of the kinds that a document evidence is made from. */
function documentsCollector<K extends Kind>(kind: K): Collector<K> {
  const { kinds, extract } = documentEvidence[kind];
  const attachmentsOf = ({ data }: LoadedDossier) =>
    (data.attachments ?? []).filter((attachment) => kinds.includes(attachment.kind));
  return {
    subjects: everySubject,
    key: () => '',
    plan: (_subject, dossier) => attachmentsOf(dossier).map(({ file }) => ({ file, look: 'text' })),
    collect: async (_subject, tools) => {
      const attachments = attachmentsOf(tools.dossier);
      if (attachments.length === 0) return unknown('not-supplied', kinds.join(', '));
      const readings: Reading<unknown>[] = [];
      const unseen: string[] = [];
      for (const { file, subject } of attachments) {
        const pages = viewPages(await tools.inspect(file), ({ number, text }) =>
          text === null ? null : { page: number, text },
        );
        if (pages.state === 'known')
          readings.push({ attachment: file, about: subject ?? null, fields: extract(pages.value) });
        else unseen.push(file);
      }
      if (readings.length === 0) return unknown('unreadable', unseen.join(', '));
      // `extract` of a kind gives the fields of that kind; the table's type says so per key, not for a key variable.
      return known(readings, { source: readings.map(({ attachment }) => attachment).join(', ') }) as Evidence<never>;
    },
  };
}

// Every key of the table is a kind of document evidence.
const kinds = Object.keys(documentEvidence) as Kind[];

export const documents = Object.fromEntries(kinds.map((kind) => [kind, documentsCollector(kind)])) as {
  readonly [K in Kind]: Collector<K>;
};
