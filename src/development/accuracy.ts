import { parseArgs } from 'node:util';
import { score } from '../../fixtures/generate/accuracy-scores.ts';
import { startEngine } from '../imaging/ocr/choose.ts';
import type { OcrEngineName } from '../imaging/ocr/engine.ts';
import { costOf, type EngineFigures, type SetFigures } from './accuracy/figures.ts';
import { expectedFigures, falls, figuresOf, fixedPages, recordFigures } from './accuracy/fixed-set.ts';
import { generatedPages, type LabelledPicture } from './accuracy/generated-pages.ts';
import { listMistakes } from './accuracy/mistakes.ts';
import { publish } from './accuracy/publish.ts';
import { type Reading, readPictures } from './accuracy/read-pictures.ts';
import { realPictures } from './accuracy/real-pictures.ts';
import { tablesOf } from './accuracy/tables.ts';
import type { Language } from './accuracy/words.ts';

/**
 * `npm run accuracy`: how well seals are found, judged and read, by each OCR engine, on generated pages and, apart, on
 * the real pictures beside the checkout. Drawing pages needs the fonts that fixtures/README.md names.
 */
const usage = `usage: npm run accuracy -- [options]
  --pages N        generated pages, 300 unless said
  --tuning         the pages of the tuning seed as well; figures to be published never come from them
  --seed S         pages of this seed in place of those that judge
  --engine NAME    only tesseract or only paddle; both unless said
  --only SET       generated or real
  --mistakes       list each seal that was missed, seen in vain, misjudged or misread
  --locale L       zh-CN or en (default)
  --fixed          the committed pages that the tests read, in place of all others
  --record         with --fixed: what was measured is what the tests expect from now on
  --write          put the tables into README.md and README.zh-CN.md
`;

/** No threshold was ever fitted on the first; \`fixtures/README.md\` says what the second is for. */
const SEEDS = { judging: 'judge-3', tuning: 'tune' } as const;
const WARM_UP = 3;

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '300' },
    seed: { type: 'string', default: SEEDS.judging },
    tuning: { type: 'boolean', default: false },
    engine: { type: 'string' },
    only: { type: 'string' },
    mistakes: { type: 'boolean', default: false },
    locale: { type: 'string', default: 'en' },
    fixed: { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

async function main(): Promise<number> {
  const count = Number(values.pages);
  const language: Language | null = values.locale === 'en' || values.locale === 'zh-CN' ? values.locale : null;
  const knownSet = values.only === undefined || values.only === 'generated' || values.only === 'real';
  const engines = await enginesFor(values.engine);
  if (values.help || language === null || !knownSet || engines === null || !Number.isInteger(count) || count < 1) {
    process.stderr.write(usage);
    return values.help ? 0 : 2;
  }
  const partial = values.only !== undefined || values.engine !== undefined || values.seed !== SEEDS.judging;
  if (values.write && partial) {
    process.stderr.write('--write publishes whole runs: leave out --only, --engine and --seed\n');
    return 2;
  }
  if (values.fixed) return measureFixed(engines, language);
  const sets: SetFigures[] = [];
  if (values.only !== 'real') {
    for (const seed of values.tuning ? [values.seed, SEEDS.tuning] : [values.seed]) {
      const pages = await generatedPages(seed, count, progress(`drawing ${seed}`));
      const title =
        seed === SEEDS.tuning
          ? {
              en: `Generated pages that thresholds were fitted on (${count})`,
              'zh-CN': `用来定阈值的生成页（${count} 页）`,
            }
          : { en: `Generated pages (${count})`, 'zh-CN': `生成的页（${count} 页）` };
      sets.push(await measure(title, pages, engines, (page, seals) => ({ truth: page.truth, seen: seals })));
    }
  }
  const pictures = values.only === 'generated' ? [] : realPictures();
  if (pictures === null) process.stderr.write('the real pictures are not beside this checkout: no figures for them\n');
  for (const half of ['odd', 'even'] as const) {
    const part = pictures?.filter((picture) => picture.half === half) ?? [];
    if (part.length === 0) continue;
    const title =
      half === 'odd'
        ? { en: `Real pictures (${part.length})`, 'zh-CN': `真实图片（${part.length} 张）` }
        : {
            en: `Real pictures that thresholds were fitted on (${part.length})`,
            'zh-CN': `用来定阈值的真实图片（${part.length} 张）`,
          };
    sets.push(
      await measure(title, part, engines, ({ truth, annotated }, seals) => ({
        truth,
        seen: annotated
          ? seals.filter(({ shape, ink }) => ink !== 'other' || shape === 'round' || shape === 'oval')
          : seals,
      })),
    );
  }
  process.stdout.write(`${sets.map((set) => tablesOf(set, language)).join('\n\n')}\n`);
  if (values.write) publish(sets);
  return 0;
}

async function measureFixed(engines: readonly OcrEngineName[], language: Language): Promise<number> {
  const title = { en: 'The committed pages', 'zh-CN': '随项目提交的页' };
  const set = await measure(title, fixedPages(), engines, (page, seals) => ({ truth: page.truth, seen: seals }));
  process.stdout.write(`${tablesOf(set, language)}\n`);
  for (const { engine, scores } of set.engines) {
    const figures = figuresOf(scores);
    if (values.record) recordFigures(engine, figures);
    else
      process.stdout.write(
        falls(expectedFigures(engine), figures)
          .map((fall) => `${engine}: ${fall}\n`)
          .join(''),
      );
  }
  return 0;
}

/** null for a name that is no engine's; an engine that does not load is left out with a word. */
async function enginesFor(name: string | undefined): Promise<readonly OcrEngineName[] | null> {
  const known = (['tesseract', 'paddle'] as const).filter((engine) => name === undefined || name === engine);
  if (known.length === 0) return null;
  const loading = await Promise.all(
    known.map(async (engine) => {
      const started = await startEngine(engine);
      await started?.close();
      if (started === null) process.stderr.write(`${engine} does not load here: no figures for it\n`);
      return started === null ? [] : [engine];
    }),
  );
  return loading.flat();
}

async function measure<Picture extends LabelledPicture>(
  title: SetFigures['title'],
  pictures: readonly Picture[],
  engines: readonly OcrEngineName[],
  toScore: (picture: Picture, seals: Reading['pictures'][number]['seals']) => Parameters<typeof score>[0][number],
): Promise<SetFigures> {
  const figures: EngineFigures[] = [];
  for (const engine of engines) {
    const order = { engine, pictures: pictures.map(({ path, dpi }) => ({ path, dpi })), warmUp: WARM_UP };
    const { pictures: reads, peakBytes } = await readPictures(order, progress(`${engine}, ${title.en}`));
    const scored = pictures.map((picture, index) => toScore(picture, reads[index]?.seals ?? []));
    const timed = reads.filter((_, index) => pictures[index]?.dpi === 200);
    figures.push({ engine, scores: score(scored), cost: timed.length === 0 ? null : costOf(timed), peakBytes });
    if (values.mistakes) {
      const files = pictures.map(({ path }) => path);
      process.stdout.write(
        `${listMistakes(scored, files)
          .map((line) => `${engine}: ${line}`)
          .join('\n')}\n`,
      );
    }
  }
  return { title, engines: figures };
}

function progress(what: string): (done: number) => void {
  return (done) => {
    if (done % 50 === 0) process.stderr.write(`${what}: ${done}\n`);
  };
}

process.exitCode = await main();
