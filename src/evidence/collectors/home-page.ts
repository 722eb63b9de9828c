import { readFile, stat } from 'node:fs/promises';
import { loadReference } from '../../../rules/reference/index.ts';
import { locateAttachment } from '../../dossier/attachments.ts';
import type { Subject, SubjectValues } from '../../dossier/subjects.ts';
import { type HomePage, type PageSource, readHomePage, savedPage } from '../../network/homepage.ts';
import { asLaidOut, type PageLayout } from '../../network/page-layout.ts';
import type { Collector } from '../collector.ts';
import { type Evidence, type KnownEvidence, known, unknown } from '../evidence.ts';

export const visit: Collector<'visit'> = {
  subjects: ['website'],
  key: ({ id }) => id,
  collect: (subject, { lookups }) => lookups.page(websiteOf(subject).url),
};

/** Saved pages hold pictures now and then; the text of a home page is far smaller. Visits are cut at the same size. */
const maxBytes = 5 * 1024 * 1024;

export const homepage: Collector<'homepage'> = {
  subjects: ['website'],
  key: ({ id }) => id,
  collect: async (subject, { dossier, lookups }) => {
    const { homePage, url } = websiteOf(subject);
    if (homePage !== undefined) {
      const saved = await readSaved(dossier.folder, homePage, url);
      return saved.state === 'unknown' ? saved : shown(saved, await lookups.savedLayout(homePage, url));
    }
    const visited = await lookups.page(url);
    if (visited.state === 'unknown') return visited;
    const { value, ...from } = visited;
    if (value.outcome === 'refused') return unknown('inside', value.url);
    if (value.outcome !== 'page') return unknown('no-answer', `${value.url}: ${value.outcome}`);
    const { status } = value.source;
    if (status !== null && status >= 400) return unknown('no-answer', `${value.source.url}: HTTP ${status}`);
    return shown({ ...from, value: read(value.source) }, await lookups.layout(url));
  },
};

/** The page as a browser shows it, where one was there to show it. */
function shown(page: KnownEvidence<HomePage>, layout: Evidence<PageLayout> | null): Evidence<HomePage> {
  if (layout === null) return page;
  if (layout.state === 'unknown') return { ...page, caution: page.caution ?? notLaidOut };
  const caution = page.caution ?? layout.caution;
  return {
    ...page,
    value: asLaidOut(page.value, layout.value, loadReference().marks),
    recorded: page.recorded && layout.recorded,
    ...(caution === undefined ? {} : { caution }),
  };
}

/** Said beside what was judged by the page's source although a browser was asked for. */
const notLaidOut = 'not-laid-out';

async function readSaved(folder: string, file: string, url: string): Promise<Evidence<HomePage>> {
  const located = await locateAttachment(folder, file);
  if (located.state === 'absent') {
    return unknown(
      located.problem.id === 'missing' ? 'not-supplied' : 'unreadable',
      `${file}: ${located.problem.message}`,
    );
  }
  try {
    if ((await stat(located.absolute)).size > maxBytes) return unknown('unreadable', file);
    return known(read(savedPage(url, await readFile(located.absolute))), { source: file });
  } catch {
    return unknown('unreadable', file);
  }
}

const read = (source: PageSource): HomePage => readHomePage(source, loadReference().marks);

function websiteOf(subject: Subject): SubjectValues['website'] {
  if (subject.kind !== 'website') throw new Error(`a ${subject.kind} has no home page`);
  return subject.value;
}
