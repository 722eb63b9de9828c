import { documentEvidence } from '../../documents/documents.ts';
import type { DocumentReadings, Reading } from '../../documents/reading.ts';
import type { LoadedDossier } from '../../dossier/load.ts';
import type { Collector, CollectorTools } from '../collector.ts';
import { type Evidence, known, unknown } from '../evidence.ts';
import { namesToLookUp, readSuppliedRecord, type SuppliedDocument, suppliedAs } from '../supplied-readings.ts';
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
      const supplied = await suppliedFor(kind, tools);
      const attachments = attachmentsOf(tools.dossier);
      if (attachments.length === 0) return (supplied ?? unknown('not-supplied', kinds.join(', '))) as Evidence<never>;
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
      const typed = supplied?.state === 'known' ? supplied : null;
      if (readings.length === 0) return (typed ?? unknown('unreadable', unseen.join(', '))) as Evidence<never>;
      const source = readings.map(({ attachment }) => attachment).join(', ');
      // `extract` of a kind gives the fields of that kind; the table's type says so per key, not for a key variable.
      if (typed === null) return known(readings, { source }) as Evidence<never>;
      return {
        ...typed,
        value: [...readings, ...typed.value],
        source: `${source}, ${typed.source}`,
        confidence: 'high',
      } as Evidence<never>;
    },
  };
}

/** Dated records that people supplied of the same facts; null for documents that nobody supplies so. */
async function suppliedFor(
  kind: Kind,
  { dossier, lookups }: CollectorTools,
): Promise<Evidence<readonly Reading<unknown>[]> | null> {
  if (!isSuppliedDocument(kind)) return null;
  const read = async <K extends SuppliedDocument>(document: K) => {
    const source = suppliedAs[document];
    const found = await lookups.supplied(source, namesToLookUp(dossier.data)[source]);
    if (found.state === 'unknown') return found;
    return { ...found, value: found.value.map(readSuppliedRecord[document]) };
  };
  return read(kind);
}

const isSuppliedDocument = (kind: Kind): kind is SuppliedDocument => Object.hasOwn(suppliedAs, kind);

// Every key of the table is a kind of document evidence.
const kinds = Object.keys(documentEvidence) as Kind[];

export const documents = Object.fromEntries(kinds.map((kind) => [kind, documentsCollector(kind)])) as {
  readonly [K in Kind]: Collector<K>;
};
