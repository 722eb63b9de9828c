import path from 'node:path';
import { matchSeals, type ScoredPage, type TrueSeal } from '../../../fixtures/generate/accuracy-scores.ts';
import type { SealInspection } from '../../imaging/inspection.ts';

/** One line a mistake, for a person who wants to look at the pictures. `files` are those of the pages, in their order. */
export function listMistakes(pages: readonly ScoredPage[], files: readonly string[]): string[] {
  return pages.flatMap((page, index) => {
    const file = path.basename(files[index] ?? '');
    const { pairs, extra } = matchSeals(page);
    return [
      ...pairs.flatMap(({ truth, seen }) => mistakeOf(truth, seen).map((mistake) => `${file}: ${mistake}`)),
      ...extra.map((seen) => `${file}: in vain: ${described(seen)}`),
    ];
  });
}

function mistakeOf(truth: TrueSeal, seen: SealInspection | null): string[] {
  const what = `${truth.shape} ${truth.verdict ?? ''} ${truth.group}`;
  if (seen === null) return [`missed: ${what}`];
  const mistakes: string[] = [];
  if (truth.verdict !== null && truth.verdict !== seen.verdict)
    mistakes.push(`misjudged: ${what} as ${described(seen)}`);
  const readable = truth.verdict === null || truth.verdict === 'legible' || truth.verdict === 'faint';
  if (readable && truth.name !== null && truth.name !== seen.text)
    mistakes.push(`misread: ${what} ${truth.name} as ${seen.text} (${seen.textConfidence})`);
  if (readable && truth.innerLine !== null && truth.innerLine !== seen.innerText)
    mistakes.push(`inner line: ${what} ${truth.innerLine} as ${seen.innerText}`);
  if (readable && truth.number !== null && truth.number !== seen.number)
    mistakes.push(`number: ${what} ${truth.number} as ${seen.number}`);
  return mistakes;
}

function described({ shape, ink, verdict, reason, contrast, coverage, text, box }: SealInspection): string {
  const place = [box.x, box.y, box.width, box.height].map((value) => value.toFixed(3)).join(' ');
  return `${shape} ${ink} ${verdict} (${reason}), contrast ${contrast}, coverage ${coverage}, “${text}” at ${place}`;
}
