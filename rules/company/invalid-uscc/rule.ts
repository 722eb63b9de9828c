import { z } from 'zod';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule } from '../../../src/engine/rule.ts';
import { parseUscc } from '../../../src/identifiers/uscc.ts';

export default defineRule({
  id: 'company/invalid-uscc',
  since: '0.1.0',
  title: { 'zh-CN': '统一社会信用代码有误', en: 'invalid unified social credit code' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal', 'change'],
  subject: 'company',
  needs: [],
  basis: [
    { kind: 'regulator', cite: 'GB 32100-2015《法人和其他组织统一社会信用代码编码规则》', asOf: '2026-11' },
    { kind: 'law', cite: '电信业务经营许可管理办法（工信部令第42号）第六条：经营者为依法设立的公司', asOf: '2026-11' },
  ],
  options: z.strictObject({}),
  messages: {
    length: {
      'zh-CN': '统一社会信用代码“{code}”有 {length} 位，应为 18 位。',
      en: 'the credit code "{code}" has {length} characters; it must have 18.',
      fix: copyAgain(),
    },
    legacy: {
      'zh-CN': '“{code}”是旧的 15 位注册号，应填 18 位统一社会信用代码。',
      en: '"{code}" is an old 15-digit registration number; the 18-character credit code is needed.',
      fix: {
        'zh-CN': '到登记机关换领载有统一社会信用代码的营业执照，再按新执照填写。',
        en: 'Have the business licence replaced by one with a credit code and use that.',
      },
    },
    organisation: {
      'zh-CN': '“{code}”是组织机构代码，应填 18 位统一社会信用代码。',
      en: '"{code}" is an organisation code; the 18-character credit code is needed.',
      fix: copyAgain(),
    },
    character: {
      'zh-CN': '统一社会信用代码“{code}”第 {position} 位是“{character}”，这一位不会有这个字符。{hint}',
      en: 'character {position} of the credit code "{code}" is "{character}", which no code holds there. {hint}',
      fix: copyAgain(),
    },
    check: {
      'zh-CN': '统一社会信用代码“{code}”校验不通过：{where}至少有一位抄错了。',
      en: 'the credit code "{code}" fails its check: at least one of {where} was copied wrongly.',
      fix: copyAgain(),
    },
    'not-a-company': {
      'zh-CN': '统一社会信用代码“{code}”以 {category} 开头，不是公司（公司是 91）。增值电信业务许可证只发给公司。',
      en: 'the credit code "{code}" begins with {category}, which is no company (91); a telecom licence is granted to companies only.',
      fix: {
        'zh-CN': '核对申报主体，填持证（申请）公司的代码，不要填个体户、合作社、社团或学校的代码。',
        en: 'Check who submits: give the code of the company that holds or applies for the licence, not of a sole trader, a cooperative or an association.',
      },
    },
  },
  *check({ subject, dossier }) {
    const code = subject.value.uscc;
    const at = fieldOf(subject, 'uscc');
    const parsed = parseUscc(code);
    if (parsed.ok) {
      // A filing is open to every kind of organisation; only licences are for companies.
      if (!parsed.value.isCompany && dossier.procedure !== 'filing') {
        yield { messageId: 'not-a-company', data: { code, category: parsed.value.category }, at };
      }
      return;
    }
    const { problem } = parsed;
    switch (problem.kind) {
      case 'empty':
        return yield { messageId: 'length', data: { code, length: 0 }, at };
      case 'wrong-length':
        return yield { messageId: 'length', data: { code, length: problem.length }, at };
      case 'legacy-registration-number':
        return yield { messageId: 'legacy', data: { code }, at };
      case 'organisation-code-only':
        return yield { messageId: 'organisation', data: { code }, at };
      case 'forbidden-character': {
        const { character, position, suggestion } = problem;
        const hint =
          suggestion === undefined
            ? { 'zh-CN': '', en: '' }
            : { 'zh-CN': `是不是“${suggestion}”？`, en: `Is it "${suggestion}"?` };
        return yield { messageId: 'character', data: { code, position, character, hint }, at };
      }
      // The organisation code within (characters 9 to 17) has a check of its own, which narrows the search.
      case 'wrong-organisation-code':
        return yield {
          messageId: 'check',
          data: { code, where: { 'zh-CN': '第 9–17 位', en: 'characters 9 to 17' } },
          at,
        };
      case 'wrong-check-character':
        return yield {
          messageId: 'check',
          data: { code, where: { 'zh-CN': '第 1–8 位或第 18 位', en: 'characters 1 to 8 and 18' } },
          at,
        };
    }
  },
});

function copyAgain() {
  return {
    'zh-CN':
      '对照营业执照原件逐位重抄，或从国家企业信用信息公示系统复制。代码里没有字母 I、O、S、V、Z，它们多半是 1、0、5、2 看错了。',
    en: 'Copy it again from the business licence or the public registry. No code has the letters I, O, S, V and Z; they are mostly 1, 0, 5 and 2 misread.',
  } as const;
}
