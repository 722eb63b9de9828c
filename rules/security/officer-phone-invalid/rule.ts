import { z } from 'zod';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule } from '../../../src/engine/rule.ts';
import { parseMobile } from '../../../src/identifiers/mobile.ts';

export default defineRule({
  id: 'security/officer-phone-invalid',
  since: '0.1.0',
  title: { 'zh-CN': '安全责任人没有可用的手机号', en: 'security officer without a mobile number' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['annual-report'],
  subject: 'person',
  needs: [],
  basis: [
    {
      kind: 'practice',
      cite: '《ICP许可证年报通关全攻略》：安全台账表须填安全责任人姓名+手机号，管局会电话抽查',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    missing: {
      'zh-CN': '信息安全责任人“{name}”没有填手机号，抽查时联系不上。',
      en: 'the security officer "{name}" gives no mobile number and could not be reached.',
      fix: {
        'zh-CN': '补上本人常用的手机号，并告知其可能接到管局抽查电话。',
        en: 'Add the person’s own mobile number and tell them to expect a call.',
      },
    },
    invalid: {
      'zh-CN': '信息安全责任人“{name}”的手机号“{mobile}”不是中国内地手机号。',
      en: 'the mobile number "{mobile}" of the security officer "{name}" is no mainland mobile number.',
      fix: { 'zh-CN': '改填 11 位内地手机号。', en: 'Give an 11-digit mainland number.' },
    },
  },
  appliesTo: ({ subject }) => subject.value.roles.includes('security-officer'),
  *check({ subject }) {
    const { name, mobile } = subject.value;
    if (mobile === undefined) yield { messageId: 'missing', data: { name }, at: subject.at };
    else if (!parseMobile(mobile).ok)
      yield { messageId: 'invalid', data: { name, mobile }, at: fieldOf(subject, 'mobile') };
  },
});
