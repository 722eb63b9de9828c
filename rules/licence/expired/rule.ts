import { z } from 'zod';
import { sameDay } from '../../../src/documents/compare.ts';
import { hear, placeOf, sureness } from '../../../src/documents/testimony.ts';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';

export default defineRule({
  id: 'licence/expired',
  since: '0.1.0',
  title: { 'zh-CN': '许可证已过期', en: 'licence expired' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report', 'renewal', 'change'],
  subject: 'licence',
  needs: [],
  uses: ['icpLicences'],
  basis: [
    {
      kind: 'law',
      cite: '电信业务经营许可管理办法（工信部令第42号）第二十七条：未在规定期限内申请延续的，有效期届满后许可证不再有效',
      asOf: '2026-11',
    },
    {
      kind: 'law',
      cite: '《中华人民共和国电信条例》第六十九条：擅自经营电信业务的，没收违法所得并处罚款',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    expired: {
      'zh-CN': '许可证有效期到 {validTo} 为止，{today} 已经过期。',
      en: 'the licence was valid until {validTo}; on {today} it has expired.',
      fix: {
        'zh-CN':
          '停止经营许可业务，按首次申请重新办理；期满前已提交延续申请的，附受理通知并联系发证机关。上年末仍有效的，年报照常报。',
        en: 'Stop the licensed business and apply anew; if a renewal was applied for in time, attach the notice of acceptance and call the authority. A licence that was valid at the end of last year still owes its yearly report.',
      },
    },
    'scan-expired': {
      'zh-CN': '附件许可证上的有效期到 {seen} 为止，已经过期；填报的是 {validTo}。',
      en: 'the attached licence was valid until {seen} and has expired; the dossier says {validTo}.',
      fix: {
        'zh-CN': '已经续期的，换上新的许可证；没有续期的，照实改正“有效期至”。',
        en: 'Attach the renewed licence; if it was not renewed, correct validTo.',
      },
    },
    'scan-differs': {
      'zh-CN': '填报的有效期至 {validTo}，附件许可证上是 {seen}。',
      en: 'the dossier gives {validTo} as the last day, the attached licence {seen}.',
      fix: {
        'zh-CN': '对照许可证正页改正“有效期至”；附件是旧证的，换成现行的。',
        en: 'Correct validTo from the licence, or attach the licence in force.',
      },
    },
  },
  *check({ subject, evidence, today }) {
    const { validTo } = subject.value;
    const at = fieldOf(subject, 'validTo');
    const { said, unheard } = hear(evidence.icpLicences, (fields) => fields.validTo);
    if (validTo !== undefined && validTo < today) {
      return yield { messageId: 'expired', data: { validTo, today }, at };
    }
    if (validTo === undefined) {
      for (const testimony of said) {
        const { value, confidence } = testimony.field;
        if (value >= today) continue;
        yield { messageId: 'expired', data: { validTo: value, today }, at: placeOf(at, testimony), confidence };
      }
      yield* unheard;
      if (said.length === 0) yield open('not-supplied', 'licence.validTo');
      return;
    }
    for (const testimony of said) {
      const seen = testimony.field.value;
      const sameness = sameDay(testimony.field, validTo);
      if (sameness === 'same') continue;
      const confidence = sureness(sameness, testimony.field);
      const data = { seen, validTo };
      const place = { at: placeOf(at, testimony), confidence, compared: { seen, expected: validTo } };
      if (seen < today) yield { messageId: 'scan-expired', data, ...place };
      else yield { messageId: 'scan-differs', data, ...place, severity: 'warning' };
    }
    yield* unheard;
  },
});
