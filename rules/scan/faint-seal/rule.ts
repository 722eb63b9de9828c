import { z } from 'zod';
import { requirementFor } from '../../../src/dossier/required-documents.ts';
import { defineRule } from '../../../src/engine/rule.ts';

const percent = (share: number) => `${Math.round(share * 100)}%`;

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
      'zh-CN': '“{file}”第 {page} 页的印章太浅：墨色对比度 {contrast}，圆环可见 {coverage}，机器会当作无效公章。',
      en: 'the seal on page {page} of "{file}" is too pale: contrast {contrast}, {coverage} of its ring visible; a machine will take it as invalid.',
      fix: {
        'zh-CN': '给印章加足印油，在平整的纸上用力均匀地重盖一份，再用彩色模式扫描原件。不要用软件加深或修补印章。',
        en: 'Ink the seal well, stamp a fresh copy evenly on a flat surface and scan the original in colour. Never darken or mend a seal by software.',
      },
    },
  },
  appliesTo: ({ subject, dossier, reference }) =>
    requirementFor(subject.value.kind, dossier, reference)?.seal !== undefined,
  *check({ subject, evidence }) {
    const seals = evidence.seals.flatMap(({ number, seals: found }) => found.map((seal) => ({ page: number, seal })));
    // One good seal is what was asked for; a pale one beside it does no harm.
    if (seals.some(({ seal }) => seal.verdict === 'legible')) return;
    for (const { page, seal } of seals) {
      if (seal.verdict !== 'faint') continue;
      yield {
        messageId: 'faint',
        data: { file: subject.value.file, page, contrast: percent(seal.contrast), coverage: percent(seal.coverage) },
        at: { ...subject.at, page, box: seal.box },
      };
    }
  },
});
