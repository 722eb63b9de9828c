import pLimit from 'p-limit';
import type { FileInspection } from '../../imaging/inspection.ts';
import { neutralText } from '../../portfolio/neutral-text.ts';
import type { ComparedText, PortfolioIndex, PortfolioMember } from '../../portfolio/portfolio-index.ts';
import { likelyPairs, resemblance, sketchText, type TextSketch } from '../../portfolio/text-sketch.ts';
import { writtenPlans } from '../../portfolio/written-plans.ts';
import type { Collector, CollectorTools } from '../collector.ts';
import { known, unknown } from '../evidence.ts';

/** Less than this, without names and figures, is a letter or a page that was hardly read: it would be like any other. */
const fewestCharacters = 200;
const filesAtOnce = 4;

interface Plan {
  readonly member: PortfolioMember;
  readonly file: string;
  readonly sha256: string;
  /** null when the file could not be read. */
  readonly sketch: TextSketch | null;
}

/** The plans of all dossiers of a run, each read once. */
const comparedByIndex = new WeakMap<PortfolioIndex, Promise<ReadonlyMap<PortfolioMember, readonly ComparedText[]>>>();

export const copiedTexts: Collector<'copiedTexts'> = {
  subjects: ['portfolio'],
  key: () => '',
  plan: (_subject, { data }) =>
    (data.attachments ?? []).flatMap(({ file, kind }) =>
      writtenPlans.has(kind) ? [{ file, look: 'text' as const }] : [],
    ),
  collect: async (subject, tools) => {
    if (subject.kind !== 'portfolio') throw new Error(`a ${subject.kind} is not a portfolio`);
    const { path, index } = subject.value;
    const comparing = comparedByIndex.get(index) ?? compareAll(index, tools);
    comparedByIndex.set(index, comparing);
    const own = [...(await comparing)].find(([member]) => member.path === path)?.[1] ?? [];
    return own.length === 0 ? unknown('not-supplied') : known(own, { source: path });
  },
};

async function compareAll(
  { members }: PortfolioIndex,
  { inspectOf }: CollectorTools,
): Promise<ReadonlyMap<PortfolioMember, readonly ComparedText[]>> {
  const limit = pLimit(filesAtOnce);
  const plans = await Promise.all(
    members.flatMap((member) =>
      plansOf(member).map((file) => limit(async () => readPlan(member, file, await inspectOf(member.folder, file)))),
    ),
  );
  const others = new Map(plans.map((plan) => [plan, [] as ComparedText['others'][number][]]));
  const read = plans.filter((plan) => plan.sketch !== null);
  for (const [a, b] of likelyPairs(read.map(({ sketch }) => sketch ?? nothing))) {
    const [one, other] = [read[a], read[b]];
    // One file in two dossiers is told by its digest.
    if (one === undefined || other === undefined || one.sha256 === other.sha256) continue;
    const share = resemblance(one.sketch ?? nothing, other.sketch ?? nothing);
    others.get(one)?.push(seenFrom(other, share));
    others.get(other)?.push(seenFrom(one, share));
  }
  const found = new Map<PortfolioMember, ComparedText[]>(members.map((member) => [member, []]));
  for (const [{ member, file, sketch }, alike] of others)
    found.get(member)?.push({ file, read: sketch !== null, others: alike });
  return found;
}

const nothing = sketchText('');

/** The files of a dossier's plans, each once: one file may be declared as two papers. */
const plansOf = ({ attachments }: PortfolioMember): readonly string[] => [
  ...new Set(attachments.filter(({ kind }) => writtenPlans.has(kind)).map(({ file }) => file)),
];

const seenFrom = ({ member: { path, company, uscc }, file }: Plan, share: number) => ({
  path,
  company,
  uscc,
  file,
  share,
});

function readPlan(member: PortfolioMember, file: string, { problem, sha256, pages }: FileInspection): Plan {
  const texts = pages.map(({ text }) => text?.content ?? null);
  if (problem !== null || texts.length === 0 || texts.includes(null)) return { member, file, sha256, sketch: null };
  const text = neutralText(texts.join('\n'), member.names);
  return { member, file, sha256, sketch: sketchText(text.length < fewestCharacters ? '' : text) };
}
