import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { packageFile } from '../package-file.ts';
import { generatedPages } from './accuracy/generated-pages.ts';
import { ringSamples } from './fit/ring-samples.ts';
import { fitScorecard } from './fit/ring-scorecard-fit.ts';
import { crossScores, trial } from './fit/ring-trial.ts';

/**
 * `npm run fit`: fits the scorecard that tells the rims of seals from other lines to the pages of the tuning seed, and
 * prints what it would find on pages that it was not fitted to, so that a score can be chosen.
 */
const usage = `usage: npm run fit -- [options]
  --pages N    pages of the tuning seed, 800 unless said
  --list S     also list each seal missed and each line believed in vain at a score of S
  --write      write src/imaging/seal/ring-scorecard.ts
`;

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '800' },
    list: { type: 'string' },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

async function main(): Promise<number> {
  const count = Number(values.pages);
  if (values.help || !Number.isInteger(count) || count < 5) {
    process.stderr.write(usage);
    return values.help ? 0 : 2;
  }
  const note = (done: number): void => {
    if (done % 100 === 0) process.stderr.write(`${done}\n`);
  };
  const pages = await generatedPages('tune', count, note);
  const samples = await ringSamples(pages, note);
  const scored = crossScores(samples);
  const seals = pages.flatMap(({ truth }) => truth.filter(({ shape }) => shape === 'round' || shape === 'oval'));
  process.stdout.write(`${samples.length} lines on ${count} pages; round and oval seals: ${seals.length}\n`);
  for (let least = -3; least <= 3; least += 0.5) {
    const { found, inVain } = trial(scored, least);
    process.stdout.write(`score ${least.toFixed(1)}: found ${found.size}, in vain ${inVain.length}\n`);
  }
  if (values.list !== undefined) list(pages, scored, seals, Number(values.list));
  if (values.write) {
    const card = JSON.stringify(fitScorecard(samples));
    const text = `import type { Scorecard } from './ring-score.ts';\n\n/** Written by \`npm run fit -- --pages ${count} --write\`, on pages of the tuning seed. */\nexport const RING_SCORECARD: Scorecard = ${card};\n`;
    writeFileSync(packageFile('src/imaging/seal/ring-scorecard.ts'), text);
  }
  return 0;
}

function list(
  pages: Awaited<ReturnType<typeof generatedPages>>,
  scored: ReturnType<typeof crossScores>,
  seals: readonly (typeof pages)[number]['truth'][number][],
  least: number,
): void {
  const { found, inVain } = trial(scored, least);
  const nameOf = (page: number): string => path.basename(pages[page]?.path ?? '');
  for (const seal of seals.filter((one) => !found.has(one))) {
    const page = pages.findIndex(({ truth }) => truth.includes(seal));
    const scores = scored.filter((one) => one.seal === seal && one.overlap >= 0.5).map(({ score }) => score);
    process.stdout.write(
      `missed ${nameOf(page)}: ${seal.shape} ${seal.verdict} ${seal.group}, best ${Math.max(...scores).toFixed(2)}\n`,
    );
  }
  for (const { page, candidate, score, box } of inVain) {
    const place = [box.x, box.y, box.width, box.height].map((value) => value.toFixed(3)).join(' ');
    const features = Object.entries(candidate.features).map(([name, value]) => `${name} ${value?.toFixed(2)}`);
    process.stdout.write(
      `in vain ${nameOf(page)}: ${candidate.map} ${score.toFixed(2)} at ${place}, ${features.join(', ')}\n`,
    );
  }
}

process.exitCode = await main();
