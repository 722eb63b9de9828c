import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { TrueSeal } from '../../fixtures/generate/accuracy-scores.ts';
import { packageFile } from '../package-file.ts';
import { type GeneratedPage, generatedPages } from './accuracy/generated-pages.ts';
import { type Design, FRAME_DESIGN, RING_DESIGN } from './fit/designs.ts';
import { type Sample, samplesOn } from './fit/samples.ts';
import { fitScorecard } from './fit/scorecard-fit.ts';
import { crossScores, type Scored, trial } from './fit/trial.ts';

/**
 * `npm run fit`: fits the scorecards that tell the rims of seals from other things to the pages of the tuning seed, and
 * prints what they would find on pages that they were not fitted to, so that the least score can be chosen.
 */
const usage = `usage: npm run fit -- [options]
  --pages N    pages of the tuning seed, 800 unless said
  --list S     also list each seal missed and each thing believed in vain at a score of S
  --write      write the scorecards into src/imaging/seal
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
  const { rings, frames } = await samplesOn(pages, note);
  fitRims('ring', RING_DESIGN, rings, pages, ['round', 'oval']);
  fitRims('frame', FRAME_DESIGN, frames, pages, ['square', 'rectangle']);
  return 0;
}

function fitRims<Feature extends string>(
  rim: 'ring' | 'frame',
  design: Design<Feature>,
  samples: readonly Sample<Feature>[],
  pages: readonly GeneratedPage[],
  shapes: readonly string[],
): void {
  const seals = pages.flatMap(({ truth }) => truth.filter(({ shape }) => shapes.includes(shape)));
  const scored = crossScores(design, samples);
  process.stdout.write(`${rim}s: ${samples.length} looked at on ${pages.length} pages, ${seals.length} seals\n`);
  for (let least = -3; least <= 3; least += 0.5) {
    const { found, inVain } = trial(scored, least);
    const hits = seals.filter((seal) => found.has(seal)).length;
    process.stdout.write(`  score ${least.toFixed(1)}: found ${hits}, in vain ${inVain.length}\n`);
  }
  if (values.list !== undefined) list(pages, seals, scored, Number(values.list));
  if (!values.write) return;
  const [name, type] = rim === 'ring' ? ['RING_SCORECARD', 'RingFeature'] : ['FRAME_SCORECARD', 'FrameFeature'];
  writeFileSync(
    packageFile(`src/imaging/seal/${rim}-scorecard.ts`),
    `import type { ${type} } from './${rim}-features.ts';
import type { Scorecard } from './scorecard.ts';

/** Written by \`npm run fit -- --pages ${pages.length} --write\`, from pages of the tuning seed. */
export const ${name}: Scorecard<${type}> = ${JSON.stringify(fitScorecard(design, samples))};
`,
  );
}

function list<Feature extends string>(
  pages: readonly GeneratedPage[],
  seals: readonly TrueSeal[],
  scored: readonly Scored<Feature>[],
  least: number,
): void {
  const { found, inVain } = trial(scored, least);
  const nameOf = (page: number): string => path.basename(pages[page]?.path ?? '');
  for (const seal of seals.filter((one) => !found.has(one))) {
    const page = pages.findIndex(({ truth }) => truth.includes(seal));
    const best = Math.max(...scored.flatMap((one) => (one.seal === seal && one.overlap >= 0.5 ? [one.score] : [])));
    process.stdout.write(
      `missed ${nameOf(page)}: ${seal.shape} ${seal.verdict} ${seal.group}, best ${best.toFixed(2)}\n`,
    );
  }
  for (const { page, map, features, score, box } of inVain) {
    const place = [box.x, box.y, box.width, box.height].map((value) => value.toFixed(3)).join(' ');
    const measured = Object.entries<number | null>(features).map(([name, value]) => `${name} ${value?.toFixed(2)}`);
    process.stdout.write(`in vain ${nameOf(page)}: ${map} ${score.toFixed(2)} at ${place}, ${measured.join(', ')}\n`);
  }
}

process.exitCode = await main();
