import { z } from 'zod';
import { hear, placeOf } from '../../../src/documents/testimony.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { isFirm } from '../../reference/index.ts';

export default defineRule({
  id: 'workforce/too-few-insured',
  since: '0.1.0',
  title: { 'zh-CN': '参保人数不足', en: 'too few insured employees' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['application'],
  subject: 'dossier',
  needs: [],
  basis: [
    {
      kind: 'practice',
      cite: '文章《增值电信业务自己申请流程》：员工社保至少 3 人；规章没有人数要求',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({
    /** Some provinces are said to ask for five. */
    minimum: z.int().min(1).optional(),
  }),
  messages: {
    few: {
      'zh-CN': '参保员工 {insured} 人，办理经验要求至少 {minimum} 人（规章没有人数要求）。',
      en: '{insured} employees are insured; practice asks for {minimum} (no rule does).',
      fix: {
        'zh-CN': '如实填写。新员工已入职的，待当月参保后再交；人数确实少的，先向省通信管理局确认。',
        en: 'Declare the truth. Wait until new employees are insured, or ask the authority first.',
      },
    },
  },

  uses: ['insuranceLists'],
  *check({ dossier, subject, options, reference, evidence: { insuranceLists } }) {
    const { minimumInsured } = reference.thresholds;
    const minimum = options.minimum ?? (isFirm(minimumInsured) ? minimumInsured.value : undefined);
    if (minimum === undefined) return yield open('not-supplied', 'rules/reference/thresholds.yaml');
    const at = { ...subject.at, path: ['workforce', 'insured'] };
    const declared = dossier.workforce?.insured;
    if (declared !== undefined && declared < minimum) {
      return yield { messageId: 'few', data: { insured: declared, minimum }, at };
    }
    const { said, unheard } = hear(insuranceLists, (fields) => fields.insured);
    for (const testimony of said) {
      const { value: insured, confidence } = testimony.field;
      if (insured < minimum)
        yield { messageId: 'few', data: { insured, minimum }, at: placeOf(at, testimony), confidence };
    }
    if (declared !== undefined || said.length > 0) return;
    yield* unheard;
    if (unheard.length === 0) yield open('not-supplied', 'workforce.insured');
  },
});
