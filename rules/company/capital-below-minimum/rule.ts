import { z } from 'zod';
import { sameAmount } from '../../../src/documents/compare.ts';
import { hear, placeOf, sureness } from '../../../src/documents/testimony.ts';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { inYuan } from '../../../src/report/yuan.ts';
import { isFirm } from '../../reference/index.ts';

export default defineRule({
  id: 'company/capital-below-minimum',
  since: '0.1.0',
  title: { 'zh-CN': '注册资本低于最低限额', en: 'registered capital below the minimum' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['application'],
  subject: 'company',
  needs: [],
  uses: ['businessLicences'],
  basis: [
    {
      kind: 'law',
      cite: '电信业务经营许可管理办法（工信部令第42号）第六条：在省内经营的，注册资本最低限额 100 万元；在全国或者跨省经营的，1000 万元',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    'below-minimum': {
      'zh-CN': '注册资本 {capital}，低于{scope}经营的最低限额 {minimum}。',
      en: 'the registered capital is {capital}; {scope} asks for at least {minimum}.',
      fix: {
        'zh-CN': '先增资到 {minimum}以上并完成工商变更，再提交申请；只在一个省经营的，改为申请省内许可。不要虚填。',
        en: 'Raise the capital to at least {minimum} and have it registered first; if business stays within one province, apply for a provincial licence. Never overstate it.',
      },
    },
    'licence-shows-less': {
      'zh-CN': '填报的注册资本是 {declared}，营业执照上是 {capital}，低于{scope}经营的最低限额 {minimum}。',
      en: 'the dossier declares a capital of {declared}, the business licence shows {capital}; {scope} asks for at least {minimum}.',
      fix: {
        'zh-CN': '以营业执照为准改正。增资已登记的，换上新的营业执照；没有登记的，先增资并完成工商变更再申请。',
        en: 'The business licence decides: attach the new one if the increase is registered, or register it before applying.',
      },
    },
  },
  *check({ subject, dossier, evidence, reference: { thresholds } }) {
    const isNational = dossier.business?.coverage === 'national' || dossier.licence?.scope === 'national';
    const minimum = isNational ? thresholds.minimumCapitalNational : thresholds.minimumCapitalProvincial;
    if (!isFirm(minimum)) return yield open('not-supplied', 'rules/reference/thresholds.yaml');
    const scope = isNational
      ? { 'zh-CN': '跨省', en: 'business in several provinces' }
      : { 'zh-CN': '省内', en: 'business in one province' };
    const at = fieldOf(subject, 'registeredCapital');
    const declared = subject.value.registeredCapital;
    if (declared !== undefined && declared < minimum.value) {
      return yield {
        messageId: 'below-minimum',
        data: { capital: inYuan(declared), minimum: inYuan(minimum.value), scope },
        at,
        compared: { seen: `${declared}`, expected: `≥ ${minimum.value}` },
      };
    }

    const { said, unheard } = hear(evidence.businessLicences, (fields) => fields.registeredCapital);
    for (const testimony of said) {
      const capital = testimony.field.value;
      if (capital >= minimum.value) continue;
      const sameness = declared === undefined ? 'different' : sameAmount()(testimony.field, declared);
      const confidence = sameness === 'same' ? 'high' : sureness(sameness, testimony.field);
      const place = placeOf(at, testimony);
      yield declared === undefined
        ? {
            messageId: 'below-minimum',
            data: { capital: inYuan(capital), minimum: inYuan(minimum.value), scope },
            at: place,
            confidence,
          }
        : {
            messageId: 'licence-shows-less',
            data: { capital: inYuan(capital), declared: inYuan(declared), minimum: inYuan(minimum.value), scope },
            at: place,
            confidence,
            compared: { seen: `${capital}`, expected: `${declared}` },
          };
    }
    if (declared !== undefined) return;
    yield* unheard;
    if (said.length === 0) yield open('not-supplied', 'company.registeredCapital');
  },
});
