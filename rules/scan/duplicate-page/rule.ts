import { distance } from 'fastest-levenshtein';
import { z } from 'zod';
import { kindName } from '../../../src/dossier/kind-name.ts';
import { defineRule } from '../../../src/engine/rule.ts';
import { hashDistance } from '../../../src/imaging/quality/perceptual-hash.ts';

/** Bits of 64 in which two scans of one sheet may differ; different pages differ in about half. */
const SAME_LOOK = 6;
/** Without text to compare, only a picture that is all but the same is worth a look. */
const SAME_PICTURE = 1;
/** Fewer characters tell no two pages apart. */
const FEWEST_CHARACTERS = 20;
/** Share of characters that two readings of one page agree in, at the least. */
const SAME_TEXT = 0.95;

/** How much two pages that look alike are one: `no` when their text tells them apart. */
function sameText(a: string | undefined, b: string | undefined): 'yes' | 'no' | 'unknown' {
  const [left, right] = [a, b].map((text) => (text ?? '').replaceAll(/\s/gu, ''));
  if (left === undefined || right === undefined) return 'unknown';
  const length = Math.max(left.length, right.length);
  if (Math.min(left.length, right.length) < FEWEST_CHARACTERS) return length < FEWEST_CHARACTERS ? 'unknown' : 'no';
  // Two months of one table are alike but for their figures.
  if (left.replaceAll(/\D/gu, '') !== right.replaceAll(/\D/gu, '')) return 'no';
  return distance(left, right) <= length * (1 - SAME_TEXT) ? 'yes' : 'no';
}

export default defineRule({
  id: 'scan/duplicate-page',
  since: '0.1.0',
  title: { 'zh-CN': '页面重复', en: 'page scanned twice' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal', 'change'],
  subject: 'attachment',
  needs: ['pages'],
  uses: ['text'],
  basis: [{ kind: 'practice', cite: '同一页扫了两次，往往另一页就漏扫了', asOf: '2026-11' }],
  options: z.strictObject({}),
  messages: {
    duplicate: {
      'zh-CN': '“{document}”第 {page} 页和第 {earlier} 页是同一页，可能漏扫了另一页。',
      en: 'page {page} of the {document} is page {earlier} again; another page may not have been scanned.',
      fix: {
        'zh-CN': '对照纸质原件逐页数一遍：漏了页的补扫，只是重复的去掉一页。',
        en: 'Count the sheets of the original: scan what is missing, or leave the second one out.',
      },
    },
  },
  *check({ subject, evidence: { pages, text } }) {
    const textOf = (page: number): string | undefined =>
      text.state === 'known' ? text.value.find(({ number }) => number === page)?.text.content : undefined;
    const printed = pages.filter(({ quality }) => !quality.blank);
    for (const [position, { number: page, quality }] of printed.entries()) {
      for (const { number: earlier, quality: other } of printed.slice(0, position)) {
        const bits = hashDistance(quality.perceptualHash, other.perceptualHash);
        if (bits > SAME_LOOK) continue;
        const same = sameText(textOf(page), textOf(earlier));
        if (same === 'no' || (same === 'unknown' && bits > SAME_PICTURE)) continue;
        yield {
          messageId: 'duplicate',
          data: { document: kindName(subject.value.kind), page, earlier },
          at: { ...subject.at, page },
          confidence: same === 'yes' ? 'medium' : 'low',
        };
        break;
      }
    }
  },
});
