import { z } from 'zod';
import { addMonths } from '../../../src/dates/calendar.ts';
import { hear, placeOf } from '../../../src/documents/testimony.ts';
import { provinceName } from '../../../src/dossier/province-name.ts';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { isFirm } from '../../reference/index.ts';

export default defineRule({
  id: 'company/business-licence-expired',
  since: '0.1.0',
  title: { 'zh-CN': '营业期限已满或剩余过短', en: 'business term over or nearly so' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal', 'change'],
  subject: 'company',
  needs: [],
  uses: ['businessLicences'],
  basis: [
    {
      kind: 'law',
      cite: '《中华人民共和国公司法》（2023年修订）第二百二十九条：章程规定的营业期限届满，公司解散',
      asOf: '2026-11',
    },
    { kind: 'provider', cite: '腾讯云备案文档“各省管局要求”（上海、浙江的剩余有效期）', asOf: '2026-11' },
  ],
  options: z.strictObject({}),
  messages: {
    expired: {
      'zh-CN': '营业执照的营业期限到 {endsOn} 为止，{today} 已经过期。',
      en: 'the business term ended on {endsOn}; on {today} the licence is no longer valid.',
      fix: {
        'zh-CN':
          '先修改公司章程、到登记机关办理营业期限变更并换领营业执照，再提交；已经换领的，附上新执照并改正“营业期限”。',
        en: 'Have the articles and the registry extend the term and the licence replaced before submitting; if that is done, attach the new licence and correct termEndsOn.',
      },
    },
    'too-soon': {
      'zh-CN':
        '营业期限到 {endsOn} 为止；{province}要求备案时营业执照至少还有 {months} 个月有效期，即不早于 {until}。依据：{source}。',
      en: 'the business term ends on {endsOn}; {province} asks for {months} more months at filing, that is until {until}. Source: {source}.',
      fix: {
        'zh-CN': '先到登记机关延长营业期限、换领营业执照，再提交备案。',
        en: 'Have the registry extend the business term and replace the licence before filing.',
      },
    },
  },
  *check({ subject, dossier, evidence, reference, today }) {
    const at = fieldOf(subject, 'termEndsOn');
    const { termEndsOn } = subject.value;
    const printed = hear(evidence.businessLicences, (fields) => fields.termEndsOn).said.map((testimony) => ({
      endsOn: testimony.field.value,
      at: placeOf(at, testimony),
      confidence: testimony.field.confidence,
    }));
    const terms = [
      ...(termEndsOn === undefined ? [] : [{ endsOn: termEndsOn, at, confidence: 'high' as const }]),
      ...printed.filter(({ endsOn }) => endsOn !== termEndsOn),
    ];
    if (terms.length === 0) return yield open('not-supplied', 'company.termEndsOn');

    const province = reference.provinces.find(({ short }) => short === dossier.province);
    const remaining = province?.facts.businessLicenceRemainingMonths;
    for (const { endsOn, at: place, confidence } of terms) {
      if (endsOn === 'long-term' || endsOn === '长期') continue;
      if (endsOn < today) {
        yield { messageId: 'expired', data: { endsOn, today }, at: place, confidence };
        continue;
      }
      // Only filings are known to ask for a remaining term.
      if (dossier.procedure !== 'filing' || remaining === undefined || !isFirm(remaining)) continue;
      const until = addMonths(today, remaining.value);
      if (endsOn >= until) continue;
      yield {
        messageId: 'too-soon',
        data: {
          endsOn,
          province: provinceName(dossier.province, reference),
          months: remaining.value,
          until,
          source: remaining.basis.cite,
        },
        at: place,
        confidence,
        severity: 'warning',
        basis: [remaining.basis],
      };
    }
  },
});
