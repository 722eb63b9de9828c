import { z } from 'zod';
import { defineRule } from '../../../src/engine/rule.ts';
import { isFirm } from '../../reference/index.ts';

export default defineRule({
  id: 'domain/too-many-in-order',
  since: '0.1.0',
  title: { 'zh-CN': '一次提交的域名过多', en: 'too many domains in one order' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['filing'],
  subject: 'dossier',
  needs: [],
  basis: [
    { kind: 'provider', cite: '华为云备案管局要求：山西、河南、湖南、新疆、江西等限制单次新增域名数', asOf: '2026-11' },
  ],
  options: z.strictObject({}),
  messages: {
    many: {
      'zh-CN': '本次有 {count} 个域名，{province}每次最多 {limit} 个。依据：{source}。',
      en: 'there are {count} domains; {province} takes {limit} at a time. According to {source}.',
      fix: {
        'zh-CN': '分几次提交，每次不超过 {limit} 个，上一批通过后再交下一批。',
        en: 'Submit them in portions of {limit}, each after the one before has passed.',
      },
    },
  },
  *check({ dossier, reference, subject }) {
    const rule = reference.provinces.find(({ short }) => short === dossier.province)?.facts.domainsPerOrder;
    const count = dossier.domains?.length ?? 0;
    if (rule === undefined || !isFirm(rule)) return;
    const { limit, afterFiled } = rule.value;
    if (count <= limit || (afterFiled !== undefined && (dossier.filing?.sitesFiled ?? 0) <= afterFiled)) return;
    yield {
      messageId: 'many',
      data: { count, province: dossier.province, limit, source: rule.basis.cite },
      at: { ...subject.at, path: ['domains'] },
      basis: [rule.basis],
    };
  },
});
