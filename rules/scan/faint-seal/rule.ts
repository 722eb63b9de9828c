import { z } from 'zod';
import { kindName } from '../../../src/dossier/kind-name.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { THRESHOLDS } from '../../../src/imaging/seal/thresholds.ts';
import { percent } from '../_pages.ts';
import { bestSeal, candidates, sealAskedOn } from '../_seals.ts';

export default defineRule({
  id: 'scan/faint-seal',
  since: '0.1.0',
  title: { 'zh-CN': '公章颜色过浅', en: 'seal too pale' },
  severity: 'error',
  tags: ['top7', 'offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal', 'change'],
  subject: 'attachment',
  needs: ['seals'],
  basis: [
    {
      kind: 'practice',
      cite: '《ICP许可证年报通关全攻略》高频踩坑第6条：公章颜色过浅，被识别为“无效公章”',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    faint: {
      'zh-CN': '“{document}”第 {page} 页的印章太浅：墨色深浅 {contrast}，要 {least} 以上才读得出，会被当作无效公章。',
      en: 'the seal on page {page} of the {document} is too pale: contrast {contrast} where {least} is needed to read it; a machine will take it as invalid.',
      fix: {
        'zh-CN': '给印章加足印油，在平整的纸上用力均匀地重盖一份，再用彩色模式扫描原件。不要用软件加深或修补印章。',
        en: 'Ink the seal well, stamp a fresh copy evenly on a flat surface and scan the original in colour. Never darken or mend a seal by software.',
      },
    },
  },
  appliesTo: ({ subject, dossier, reference }) => sealAskedOn(subject.value.kind, dossier, reference) !== undefined,
  *check({ subject, evidence, dossier, reference }) {
    const { kind, file } = subject.value;
    const best = bestSeal(candidates(evidence.seals, kind, dossier, reference));
    if (best?.state === 'inconclusive') return yield open('inconclusive', file);
    if (best?.state !== 'pale') return;
    const { page, seal } = best;
    yield {
      messageId: 'faint',
      data: {
        document: kindName(kind),
        page,
        contrast: percent(seal.contrast),
        least: percent(THRESHOLDS.verdict.faintContrast[seal.ink]),
      },
      at: { ...subject.at, page, box: seal.box },
    };
  },
});
