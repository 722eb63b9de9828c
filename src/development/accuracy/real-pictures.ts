import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { TrueSeal } from '../../../fixtures/generate/accuracy-scores.ts';
import type { SealShape } from '../../imaging/inspection.ts';
import { packageFile } from '../../package-file.ts';
import type { LabelledPicture } from './generated-pages.ts';

/** What the list calls a seal whose name a person reads without effort. */
export const CLEAR = 'clear';

/** Real pictures that are not part of the project: beside the checkout, or not there. */
const folder = packageFile('../shared/samples/seals');

export interface RealPicture extends LabelledPicture {
  /** `even` rows of the list may be tuned on, `odd` ones are only judged. */
  readonly half: 'even' | 'odd';
  readonly negative: boolean;
  /** Its publisher drew a blue frame around the seal and wrote on it: coloured frames seen there are no finding. */
  readonly annotated: boolean;
}

/** null where the pictures are not at hand. */
export function realPictures(): readonly RealPicture[] | null {
  const list = path.join(folder, 'labels.tsv');
  if (!existsSync(list)) return null;
  const [header = '', ...rows] = readFileSync(list, 'utf8').trim().split('\n');
  const columns = header.split('\t');
  return rows.map((row, index) => {
    const cells = row.split('\t');
    const cell = (name: string): string => cells[columns.indexOf(name)] ?? '';
    const negative = cell('kind') === 'negative';
    return {
      path: path.join(folder, cell('file')),
      dpi: null,
      half: index % 2 === 0 ? 'even' : 'odd',
      negative,
      annotated: cell('file').startsWith('tile_'),
      truth: negative ? [] : sealsOf(cell('seal-text'), cell('shape'), cell('red-seals'), cell('legibility')),
    };
  });
}

const SHAPES: Readonly<Record<string, SealShape>> = { round: 'round', oval: 'oval', rect: 'square' };

/**
 * Seals as the list writes them: ` | ` between seals, ` / ` between the lines of one, remarks in brackets after a
 * blank, `?`, `…` and other brackets where a person was not sure: those names are not scored. The count is that of red
 * seals, and 0 where the only seal is blue.
 */
function sealsOf(text: string, shape: string, redSeals: string, legibility: string): TrueSeal[] {
  const texts = text.split(' | ');
  const shapes = shape.split('+');
  return Array.from({ length: Math.max(texts.length, Number(redSeals)) }, (_, index) => {
    const [name = '', second = ''] = (texts[index] ?? '').replace(/ \(.*?\)/gu, '').split(/\s*\/\s*/u);
    return {
      box: null,
      shape: SHAPES[shapes[index] ?? shapes[0] ?? ''] ?? 'round',
      verdict: null,
      group: legibility,
      name: name === '' || /[?…()]/u.test(name) ? null : name,
      innerLine: /^\p{Script=Han}+章$/u.test(second) ? second : null,
      number: null,
    };
  });
}
