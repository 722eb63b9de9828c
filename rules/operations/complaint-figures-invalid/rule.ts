import { z } from 'zod';
import { defineRule } from '../../../src/engine/rule.ts';
import { parsePhone } from '../../../src/identifiers/mobile.ts';

export default defineRule({
  id: 'operations/complaint-figures-invalid',
  since: '0.1.0',
  title: { 'zh-CN': '投诉电话或回复率有误', en: 'complaint figures invalid' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report'],
  subject: 'dossier',
  needs: [],
  basis: [
    {
      kind: 'regulator',
      cite: '工信部信管〔2017〕321号：客户投诉服务电话、用户投诉量、投诉回复率为公示项',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    hotline: {
      'zh-CN': '投诉电话“{hotline}”不是可拨打的号码（应为 400/800/95、带区号的固话或手机号）。',
      en: 'the hotline "{hotline}" is no number that can be dialled (400/800/95, landline with area code, or mobile).',
      fix: {
        'zh-CN': '改填对外公布、工作时间有人接听的号码，固话要带区号。',
        en: 'Give a public number that is answered, with the area code.',
      },
    },
    missing: {
      'zh-CN': '没有填投诉电话，这是年报的公示项。',
      en: 'no hotline is given; it is published with the report.',
      fix: { 'zh-CN': '补上对外公布的客户投诉服务电话。', en: 'Add the public hotline.' },
    },
    rate: {
      'zh-CN': '投诉回复率填的是 {rate}%，应在 0 到 100 之间。',
      en: 'the response rate is {rate} %; it must be 0 to 100.',
      fix: {
        'zh-CN': '按“已回复投诉 ÷ 投诉总量 × 100”重新计算；没有投诉的，按系统提示填写。',
        en: 'Compute answered ÷ all × 100 again.',
      },
    },
  },

  *check({ dossier, subject }) {
    const { operations } = dossier;
    const at = (key: string) => ({ ...subject.at, path: ['operations', key] });
    const hotline = operations?.hotline;
    if (hotline === undefined) yield { messageId: 'missing', data: {}, at: { ...subject.at, path: ['operations'] } };
    else if (!parsePhone(hotline).ok) yield { messageId: 'hotline', data: { hotline }, at: at('hotline') };
    const rate = operations?.complaintResponseRate;
    if (rate !== undefined && (rate < 0 || rate > 100))
      yield { messageId: 'rate', data: { rate }, at: at('complaintResponseRate') };
  },
});
