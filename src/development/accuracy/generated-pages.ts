import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TrueSeal } from '../../../fixtures/generate/accuracy-scores.ts';
import { drawLabelledPage, type PageLabel } from '../../../fixtures/generate/labelled-page.ts';
import { packageFile } from '../../package-file.ts';
import type { PictureToRead } from './reader-process.ts';

/** A picture with what is true of its seals. */
export interface LabelledPicture extends PictureToRead {
  readonly truth: readonly TrueSeal[];
}

/** A drawn page, and which red things that are no seal stand on it. */
export interface GeneratedPage extends LabelledPicture {
  readonly distractors: PageLabel['distractors'];
}

const generator = packageFile('fixtures/generate');

/** They write or score what others drew. */
const DRAWS_NOTHING: ReadonlySet<string> = new Set(['accuracy-scores.ts', 'pages.ts']);

/** Changes with every line of the generator: pages drawn by an older one must not be judged by a newer one's labels. */
function generatorDigest(): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(generator, { recursive: true, encoding: 'utf8' }).sort()) {
    if (file.endsWith('.ts') && !DRAWS_NOTHING.has(file)) hash.update(readFileSync(path.join(generator, file)));
  }
  return hash.digest('hex').slice(0, 12);
}

/**
 * The first `count` pages of a seed, drawn unless an earlier run with the same generator left them in
 * `node_modules/.cache`. Drawing one takes a second or two. `note` hears of each page that had to be drawn.
 */
export async function generatedPages(
  seed: string,
  count: number,
  note: (done: number) => void,
): Promise<GeneratedPage[]> {
  const folder = packageFile(`node_modules/.cache/accuracy/${generatorDigest()}`);
  mkdirSync(folder, { recursive: true });
  const pages: GeneratedPage[] = [];
  for (let index = 0; index < count; index++) {
    const pageSeed = `${seed}-${String(index).padStart(4, '0')}`;
    const labelFile = path.join(folder, `${pageSeed}.json`);
    if (!existsSync(labelFile)) {
      const { bytes, label } = await drawLabelledPage(pageSeed);
      writeFileSync(path.join(folder, label.file), bytes);
      // Written last: a label stands for a whole picture.
      writeFileSync(labelFile, `${JSON.stringify(label, null, 1)}\n`);
      note(index + 1);
    }
    pages.push(labelledPicture(folder, readLabel(labelFile)));
  }
  return pages;
}

/** Written by this program itself, from the same type. */
const readLabel = (file: string): PageLabel => JSON.parse(readFileSync(file, 'utf8')) as PageLabel;

export function labelledPicture(folder: string, label: PageLabel): GeneratedPage {
  return {
    path: path.join(folder, label.file),
    dpi: label.dpi,
    distractors: label.distractors,
    truth: label.seals.map(({ box, shape, verdict, strength, name, innerLine, number }) => ({
      box,
      shape,
      verdict,
      group: strengthBand(strength),
      name,
      innerLine: innerLine === '' ? null : innerLine,
      number: number === '' ? null : number,
    })),
  };
}

/** Widths of a quarter, cut where nothing is drawn: see \`defects\` in the generator. */
function strengthBand(strength: number): string {
  if (strength < 0.22) return '0.10–0.22';
  if (strength < 0.4) return '0.22–0.34';
  return strength < 0.75 ? '0.50–0.75' : '0.75–1.00';
}
