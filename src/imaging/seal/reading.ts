import type { SealKind, SealShape } from '../inspection.ts';

/** What stands on a seal, part by part; '' for what is not there or was not read. */
export interface SealReading {
  readonly name: string;
  /** 0 to 1, as the engine reports it. */
  readonly nameConfidence: number;
  readonly inner: string;
  readonly number: string;
}

export const NOTHING: SealReading = { name: '', nameConfidence: 0, inner: '', number: '' };

/** Without blanks and stray marks; brackets in the full width that company names are registered with. */
export function cleaned(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}()&]/gu, '')
    .replaceAll('(', '（')
    .replaceAll(')', '）');
}

export function chinese(text: string): string {
  return text.replace(/\P{Script=Han}/gu, '');
}

const PURPOSES: readonly (readonly [RegExp, SealKind])[] = [
  [/合同/, 'contract'],
  [/财务/, 'finance'],
  [/发票/, 'invoice'],
];

/** By what its straight line says; a round seal with a name and no such line is the company's own. */
export function kindOf(shape: SealShape, { name, inner }: SealReading): SealKind {
  for (const [pattern, kind] of PURPOSES) if (pattern.test(inner)) return kind;
  if (shape === 'square') return name === '' ? 'unknown' : 'name-chop';
  for (const [pattern, kind] of PURPOSES) if (pattern.test(name) && /章$/.test(name)) return kind;
  if (/法人|法定/.test(inner)) return 'name-chop';
  if (/专用|章$/.test(inner) || /专用章$/.test(name)) return 'other';
  if (name === '') return 'unknown';
  return shape === 'round' ? 'company' : 'other';
}
