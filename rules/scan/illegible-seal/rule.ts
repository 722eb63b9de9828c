import { z } from 'zod';
import { kindName } from '../../../src/dossier/kind-name.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import type { SealInspection } from '../../../src/imaging/inspection.ts';
import { percent } from '../_pages.ts';
import { bestSeal, candidates, sealAskedOn } from '../_seals.ts';

/** What decided against a seal, in words; an unknown reason is told as what it comes to. */
const seen = ({ reason, coverage }: SealInspection) => {
  if (reason === 'blurred') return { 'zh-CN': '笔画糊成一片', en: 'its strokes run together' };
  if (reason !== 'broken-ring') return { 'zh-CN': '单位名称认不出来', en: 'its name cannot be made out' };
  return { 'zh-CN': `外圈只印出 ${percent(coverage)}`, en: `only ${percent(coverage)} of its ring is printed` };
};

export default defineRule({
  id: 'scan/illegible-seal',
  since: '0.1.0',
  title: { 'zh-CN': '公章模糊认不出', en: 'seal cannot be read' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal', 'change'],
  subject: 'attachment',
  needs: ['seals'],
  basis: [
    {
      kind: 'practice',
      cite: '《ICP许可证年报通关全攻略》高频踩坑第6条：系统认不出的章按“无效公章”退回',
      asOf: '2026-11',
    },
    { kind: 'provider', cite: '腾讯云备案文档“各省管局要求”：北京要求公章含主体名称的全部文字', asOf: '2026-11' },
  ],
  options: z.strictObject({}),
  messages: {
    illegible: {
      'zh-CN': '“{document}”第 {page} 页的印章够深，但{seen}，看不出是哪家单位。',
      en: 'the seal on page {page} of the {document} is strong enough, but {seen}: nobody can tell whose it is.',
      fix: {
        'zh-CN': '擦净印面，避开正文和签名，在平整的纸上重盖一份，再用彩色模式扫描原件。',
        en: 'Clean the seal, stamp a fresh copy on a flat surface clear of text and signatures, and scan the original in colour.',
      },
    },
  },
  appliesTo: ({ subject, dossier, reference }) => sealAskedOn(subject.value.kind, dossier, reference) !== undefined,
  *check({ subject, evidence, dossier, reference }) {
    const { kind, file } = subject.value;
    const best = bestSeal(candidates(evidence.seals, kind, dossier, reference));
    if (best?.state === 'inconclusive') return yield open('inconclusive', file);
    if (best?.state !== 'illegible') return;
    const { page, seal } = best;
    yield {
      messageId: 'illegible',
      data: { document: kindName(kind), page, seen: seen(seal) },
      at: { ...subject.at, page, box: seal.box },
      // Sharp and whole, and yet not read: that may be the reader's weakness.
      ...(seal.reason === 'unreadable' ? { confidence: 'low' } : {}),
    };
  },
});
