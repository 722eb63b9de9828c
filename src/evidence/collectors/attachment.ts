import type { Subject } from '../../dossier/subjects.ts';
import type { FileInspection, PageInspection } from '../../imaging/inspection.ts';
import type { Collector, CollectorTools, PlannedLook } from '../collector.ts';
import { type Evidence, known, unknown } from '../evidence.ts';
import type { FileFacts } from '../file.ts';
import type { Sheet } from '../kinds.ts';

/** The file that an attachment subject names. */
export function fileOf(subject: Subject): string {
  if (subject.kind !== 'attachment') throw new Error(`a ${subject.kind} is no attachment`);
  return subject.value.file;
}

const ofAttachment = {
  subjects: ['attachment'],
  key: fileOf,
} as const;

const looksAt = (look: PlannedLook['look']) => (subject: Subject) => [{ file: fileOf(subject), look }];

export const file: Collector<'file'> = {
  ...ofAttachment,
  collect: async (subject, tools) => {
    const seen = await tools.inspect(fileOf(subject));
    const facts: FileFacts = {
      path: seen.file,
      bytes: seen.bytes,
      sha256: seen.sha256,
      mediaType: seen.mediaType,
      pageCount: seen.pages.length,
      problem: seen.problem,
    };
    return known(facts, { source: seen.file });
  },
};

export const pages: Collector<'pages'> = {
  ...ofAttachment,
  plan: looksAt('quality'),
  collect: (subject, tools) =>
    eachPage(subject, tools, ({ quality, ...page }) => (quality === null ? null : { ...sheet(page), quality })),
};

export const seals: Collector<'seals'> = {
  ...ofAttachment,
  plan: looksAt('seals'),
  collect: (subject, tools) =>
    eachPage(subject, tools, ({ seals: found, edges, ...page }) =>
      found === null || edges === null ? null : { ...sheet(page), seals: found, edges },
    ),
};

export const text: Collector<'text'> = {
  ...ofAttachment,
  plan: looksAt('text'),
  collect: (subject, tools) =>
    eachPage(subject, tools, ({ text: words, ...page }) => (words === null ? null : { ...sheet(page), text: words })),
};

export const signatures: Collector<'signatures'> = {
  ...ofAttachment,
  // Labels are read, so the text is looked at too.
  plan: looksAt('text'),
  collect: (subject, tools) =>
    eachPage(subject, tools, ({ signatures: found, ...page }) =>
      found === null ? null : { ...sheet(page), signatures: found },
    ),
};

function sheet({ number, widthMm, heightMm, dpi, colour }: Sheet): Sheet {
  return { number, widthMm, heightMm, dpi, colour };
}

async function eachPage<T>(
  subject: Subject,
  tools: CollectorTools,
  view: (page: PageInspection) => T | null,
): Promise<Evidence<readonly T[]>> {
  return viewPages(await tools.inspect(fileOf(subject)), view);
}

/** One view of every page; unknown when the file or any page could not be seen. */
export function viewPages<T>(seen: FileInspection, view: (page: PageInspection) => T | null): Evidence<readonly T[]> {
  if (seen.problem !== null) {
    return unknown(
      seen.problem.id === 'timeout' ? 'timeout' : seen.problem.id === 'missing' ? 'not-supplied' : 'unreadable',
      seen.problem.message,
    );
  }
  const views = seen.pages.map(view);
  const seenViews = views.filter((page): page is NonNullable<typeof page> => page !== null);
  if (seenViews.length < views.length || views.length === 0) return unknown('unreadable', seen.file);
  return known(seenViews, { source: seen.file });
}
