import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import pLimit from 'p-limit';
import { locateAttachment } from '../../dossier/attachments.ts';
import type { PortfolioIndex, PortfolioMember, SharedScan } from '../../portfolio/portfolio-index.ts';
import type { Collector } from '../collector.ts';
import { known } from '../evidence.ts';

interface Holder {
  readonly member: PortfolioMember;
  readonly file: string;
}

/** Who holds each content. Each run has one index, and each of its files is read once for it. */
const holdersByIndex = new WeakMap<PortfolioIndex, Promise<ReadonlyMap<string, readonly Holder[]>>>();
const filesAtOnce = 4;

export const sharedScans: Collector<'sharedScans'> = {
  subjects: ['portfolio'],
  key: () => '',
  collect: async (subject) => {
    if (subject.kind !== 'portfolio') throw new Error(`a ${subject.kind} is not a portfolio`);
    const { path, index } = subject.value;
    const finding = holdersByIndex.get(index) ?? findHolders(index);
    holdersByIndex.set(index, finding);
    const shared: SharedScan[] = [];
    for (const holders of (await finding).values()) {
      const others = holders
        .filter(({ member }) => member.path !== path)
        .map(({ member, file }) => ({ path: member.path, company: member.company, uscc: member.uscc, file }));
      if (others.length === 0) continue;
      for (const { member, file } of holders) if (member.path === path) shared.push({ file, others });
    }
    return known(shared, { source: path });
  },
};

async function findHolders({ members }: PortfolioIndex): Promise<ReadonlyMap<string, readonly Holder[]>> {
  const limit = pLimit(filesAtOnce);
  const found = await Promise.all(
    members.flatMap((member) =>
      [...new Set(member.attachments.map(({ file }) => file))].map((file) =>
        limit(async () => ({ member, file, digest: await digestOf(member.folder, file) })),
      ),
    ),
  );
  const holders = new Map<string, Holder[]>();
  for (const { member, file, digest } of found) {
    if (digest === null) continue;
    const group = holders.get(digest);
    if (group === undefined) holders.set(digest, [{ member, file }]);
    else group.push({ member, file });
  }
  return holders;
}

/** SHA-256 of a file's content; null for one that is empty or cannot be read, which attachment/ rules report. */
async function digestOf(folder: string, file: string): Promise<string | null> {
  const located = await locateAttachment(folder, file);
  if (located.state === 'absent') return null;
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    await pipeline(createReadStream(located.absolute), async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) {
        bytes += chunk.length;
        hash.update(chunk);
      }
    });
  } catch {
    return null;
  }
  return bytes === 0 ? null : hash.digest('hex');
}
