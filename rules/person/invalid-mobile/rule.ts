import { z } from 'zod';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule } from '../../../src/engine/rule.ts';
import { parseMobile } from '../../../src/identifiers/mobile.ts';

export default defineRule({
  id: 'person/invalid-mobile',
  since: '0.1.0',
  title: { 'zh-CN': '手机号有误', en: 'invalid mobile number' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal', 'change'],
  subject: 'person',
  needs: [],
  basis: [
    {
      kind: 'provider',
      cite: '腾讯云备案文档“各省管局要求”：须填大陆手机号，短信核验和电话核实都用它',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    length: {
      'zh-CN': '“{name}”的手机号有 {length} 位，应为 11 位。',
      en: 'the mobile number of "{name}" has {length} digits; it must have 11.',
      fix: checkAgain(),
    },
    segment: {
      'zh-CN': '“{name}”的手机号以 {segment} 开头，大陆手机号以 13 至 19 开头。',
      en: 'the mobile number of "{name}" begins with {segment}; mainland mobile numbers begin with 13 to 19.',
      fix: checkAgain(),
    },
    landline: {
      'zh-CN': '“{name}”的手机号一栏填的是{kind}，收不到短信。',
      en: 'what is given as the mobile number of "{name}" is a {kind}, which takes no text messages.',
      fix: {
        'zh-CN': '在“手机号”填能收短信的手机号；这个号码移到“固定电话”。',
        en: 'Give a number that takes text messages as mobile, and move this one to phone.',
      },
    },
    abroad: {
      'zh-CN': '“{name}”的手机号带国家（地区）代码 +{country}，不是大陆号码。',
      en: 'the mobile number of "{name}" bears the country code +{country}; a mainland number is needed.',
      fix: {
        'zh-CN': '换成本人实名登记的大陆手机号。',
        en: 'Give a mainland number registered in that person’s name.',
      },
    },
    character: {
      'zh-CN': '“{name}”的手机号里有“{character}”，只能是数字。',
      en: 'the mobile number of "{name}" contains "{character}"; it must be digits only.',
      fix: checkAgain(),
    },
  },
  appliesTo: ({ subject }) => subject.value.mobile !== undefined,
  *check({ subject }) {
    const { name, mobile = '' } = subject.value;
    const at = fieldOf(subject, 'mobile');
    const parsed = parseMobile(mobile);
    if (parsed.ok) return;
    const { problem } = parsed;
    switch (problem.kind) {
      case 'empty':
        return yield { messageId: 'length', data: { name, length: 0 }, at };
      case 'wrong-length':
        return yield { messageId: 'length', data: { name, length: problem.length }, at };
      case 'not-a-mobile-segment':
        return yield { messageId: 'segment', data: { name, segment: problem.segment }, at };
      case 'not-a-mobile': {
        const kind =
          problem.is === 'landline' ? { 'zh-CN': '固定电话', en: 'landline' } : { 'zh-CN': '服务热线', en: 'hotline' };
        return yield { messageId: 'landline', data: { name, kind }, at };
      }
      case 'not-mainland':
        return yield { messageId: 'abroad', data: { name, country: problem.countryCode }, at };
      case 'not-digits':
        return yield { messageId: 'character', data: { name, character: problem.character }, at };
    }
  },
});

function checkAgain() {
  return {
    'zh-CN': '请本人报一遍号码再填，最好拨打一次确认。',
    en: 'Have that person dictate the number again, and call it once.',
  } as const;
}
