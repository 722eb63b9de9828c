import { z } from 'zod';
import { defineRule } from '../../../src/engine/rule.ts';
import { parseMobile } from '../../../src/identifiers/mobile.ts';

export default defineRule({
  id: 'security/officer-phone-invalid',
  since: '0.1.0',
  title: { 'zh-CN': '安全责任人没有可用的手机号', en: 'security officer without a mobile number' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['annual-report'],
  subject: 'dossier',
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
    nobody: {
      'zh-CN': '“人员”里没有信息安全责任人，年报的安全台账要填责任人的姓名和手机号。',
      en: 'nobody under persons is the security officer; the yearly report asks for that officer’s name and mobile number.',
      fix: {
        'zh-CN': '填上实际负责网络与信息安全的人，职务写“信息安全责任人”，并填手机号。',
        en: 'Name whoever really looks after security, with the role security-officer and a mobile number.',
      },
    },
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
  *check({ subject, dossier }) {
    const officers = (dossier.persons ?? []).flatMap((person, index) =>
      person.roles.includes('security-officer') ? [{ person, index }] : [],
    );
    if (officers.length === 0) yield { messageId: 'nobody', data: {}, at: { ...subject.at, path: ['persons'] } };
    for (const {
      person: { name, mobile },
      index,
    } of officers) {
      const at = { ...subject.at, path: ['persons', index, 'mobile'] };
      if (mobile === undefined) yield { messageId: 'missing', data: { name }, at };
      else if (!parseMobile(mobile).ok) yield { messageId: 'invalid', data: { name, mobile }, at };
    }
  },
});
