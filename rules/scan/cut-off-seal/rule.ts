import { z } from 'zod';
import { kindName } from '../../../src/dossier/kind-name.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { bestSeal, candidates, isStraddlePart, sealAskedOn } from '../_seals.ts';

export default defineRule({
  id: 'scan/cut-off-seal',
  since: '0.1.0',
  title: { 'zh-CN': '公章不完整', en: 'seal cut off' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal', 'change'],
  subject: 'attachment',
  needs: ['seals'],
  basis: [
    { kind: 'provider', cite: '腾讯云备案文档“各省管局要求”：北京要求公章含主体名称的全部文字', asOf: '2026-11' },
    {
      kind: 'practice',
      cite: '《ICP许可证年报通关全攻略》高频踩坑第6条：系统认不出的章按“无效公章”退回',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    'off-page': {
      'zh-CN': '“{document}”第 {page} 页的印章有一部分在页面之外；落款处应有一个完整的章。骑缝章不能代替它。',
      en: 'part of the seal on page {page} of the {document} lies off the page; a whole one is needed at the signature, and a straddle seal does not stand for it.',
      fix: {
        'zh-CN': '扫描时把纸摆正，四边都扫进去；章盖到纸边外的，在落款处重盖一个完整的章。',
        en: 'Scan the whole sheet with all its edges; if the seal itself runs off the paper, put a whole one at the signature.',
      },
    },
    incomplete: {
      'zh-CN': '“{document}”第 {page} 页的印章缺了一段，看不全单位名称；应有一个完整的章。',
      en: 'the seal on page {page} of the {document} lacks a stretch, so its name cannot be read in full; a whole one is needed.',
      fix: {
        'zh-CN': '看原件：章没盖全的，重盖一份；被胶带、别的纸或图片遮住的，拿开后重新彩色扫描。',
        en: 'Look at the original: stamp a fresh copy if the seal is incomplete there; take away what covers it and scan again in colour if not.',
      },
    },
  },
  appliesTo: ({ subject, dossier, reference }) => sealAskedOn(subject.value.kind, dossier, reference) !== undefined,
  *check({ subject, evidence, dossier, reference }) {
    const { kind, file } = subject.value;
    const best = bestSeal(candidates(evidence.seals, kind, dossier, reference));
    if (best?.state === 'inconclusive') return yield open('inconclusive', file);
    if (best?.state !== 'cut-off') return;
    const { page, seal } = best;
    yield {
      messageId: seal.reason === 'off-page' || isStraddlePart(seal) ? 'off-page' : 'incomplete',
      data: { document: kindName(kind), page },
      at: { ...subject.at, page, box: seal.box },
    };
  },
});
