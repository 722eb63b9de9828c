import { z } from 'zod';
import { sameCode } from '../../../src/documents/compare.ts';
import { hear, placeOf, sureness } from '../../../src/documents/testimony.ts';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule } from '../../../src/engine/rule.ts';
import { parseLicenceNumber } from '../../../src/identifiers/licence-number.ts';
import { firm, type Reference } from '../../reference/index.ts';

export default defineRule({
  id: 'licence/invalid-number',
  since: '0.1.0',
  title: { 'zh-CN': '许可证编号有误', en: 'invalid licence number' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report', 'renewal', 'change'],
  subject: 'licence',
  needs: [],
  uses: ['icpLicences'],
  basis: [
    {
      kind: 'regulator',
      cite: '电信业务市场综合管理信息系统公开查询的许可证编号（省份简称或“合字”+B2-+4 位年份+4 位序号；旧号为省份简称+ICP证+6 位）',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    'other-number': {
      'zh-CN': '许可证编号填的“{number}”看起来是{looksLike}，不是许可证编号。许可证编号形如 {example}。',
      en: '"{number}" is no licence number but seems to be: {looksLike}. A licence number is written like {example}.',
      fix: copyAgain(),
    },
    unreadable: {
      'zh-CN': '“{number}”不是许可证编号的写法。应为{form}，如 {example}。',
      en: '"{number}" is not written like a licence number ({form}), such as {example}.',
      fix: copyAgain(),
    },
    prefix: {
      'zh-CN': '许可证编号“{number}”的开头“{prefix}”不是省份简称，也不是“合字”。',
      en: 'the licence number "{number}" begins with "{prefix}", neither a province nor 合字.',
      fix: copyAgain(),
    },
    'prefix-missing': {
      'zh-CN': '旧式许可证编号“{number}”前面缺省份简称，应如 京ICP证030173号。',
      en: 'the older licence number "{number}" lacks the province before it; it is written like 京ICP证030173号.',
      fix: copyAgain(),
    },
    class: {
      'zh-CN': '许可证编号“{number}”里的业务类别“{class}”不是增值电信业务，应含 B1 或 B2。',
      en: 'the licence number "{number}" bears the class "{class}", which is no value-added business; B1 or B2 is expected.',
      fix: copyAgain(),
    },
    digits: {
      'zh-CN': '许可证编号“{number}”里有 {digits} 位数字，应为 {expected} 位。',
      en: 'the licence number "{number}" has {digits} digits; it must have {expected}.',
      fix: copyAgain(),
    },
    year: {
      'zh-CN': '许可证编号“{number}”里的年份是 {year}，{today} 还没有这样的许可证。',
      en: 'the licence number "{number}" bears the year {year}; on {today} there is no such licence.',
      fix: copyAgain(),
    },
    suffix: {
      'zh-CN': '许可证编号“{number}”末尾多了“{suffix}”。那是网站、APP 的序号，许可证编号不带。',
      en: 'the licence number "{number}" ends with "{suffix}", the index of a site or app, which a licence number does not bear.',
      fix: { 'zh-CN': '删去末尾的“{suffix}”，只填许可证正页上的编号。', en: 'Leave "{suffix}" out.' },
    },
    'scan-differs': {
      'zh-CN': '填报的许可证编号是“{number}”，附件许可证上读到的是“{seen}”。',
      en: 'the dossier gives the licence number "{number}", the attached licence "{seen}".',
      fix: {
        'zh-CN': '对照许可证正页：填错的改 dossier.yaml；附件是另一张许可证的，换成这一张。',
        en: 'Look at the licence: correct dossier.yaml, or attach the licence that is meant.',
      },
    },
  },
  *check({ subject, evidence, reference, today }) {
    const { number } = subject.value;
    const at = fieldOf(subject, 'number');
    const { form, example } = writtenForm(reference);
    const parsed = parseLicenceNumber(number, reference.marks);
    if (parsed.ok) {
      const { year, service } = parsed.value;
      if (service !== undefined) {
        yield { messageId: 'suffix', data: { number, suffix: suffixOf(number) }, at, severity: 'warning' };
      }
      if (year > Number(today.slice(0, 4))) yield { messageId: 'year', data: { number, year, today }, at };
    } else {
      const { problem } = parsed;
      switch (problem.kind) {
        case 'other-form':
          yield {
            messageId: 'other-number',
            data: { number, looksLike: nameOf(problem.form, reference), example },
            at,
          };
          break;
        case 'empty':
        case 'not-a-licence-number':
          yield { messageId: 'unreadable', data: { number, form, example }, at };
          break;
        case 'prefix-missing':
          yield { messageId: 'prefix-missing', data: { number }, at };
          break;
        case 'unknown-prefix':
          yield { messageId: 'prefix', data: { number, prefix: problem.prefix }, at };
          break;
        case 'unknown-class':
          yield { messageId: 'class', data: { number, class: problem.class }, at };
          break;
        case 'no-value-added-class':
          yield { messageId: 'class', data: { number, class: problem.classes.join('.') }, at };
          break;
        case 'wrong-digit-count':
          yield { messageId: 'digits', data: { number, digits: problem.digits, expected: problem.expected }, at };
          break;
        case 'impossible-year':
          yield { messageId: 'year', data: { number, year: problem.year, today }, at };
          break;
        case 'malformed-suffix':
          yield { messageId: 'suffix', data: { number, suffix: problem.suffix }, at };
          break;
        case 'unknown-service-letter':
          yield { messageId: 'suffix', data: { number, suffix: suffixOf(number) }, at };
          break;
      }
    }

    const { said, unheard } = hear(evidence.icpLicences, (fields) => fields.number);
    const canonical = parsed.ok ? parsed.value.canonical : number;
    const compared = said.map((testimony) => ({ testimony, sameness: sameCode(testimony.field, canonical) }));
    // Several licences may be attached; one of them must be this one.
    const isThere = compared.some(({ sameness }) => sameness === 'same');
    for (const { testimony, sameness } of isThere ? [] : compared) {
      if (sameness === 'same') continue;
      const seen = testimony.field.value;
      yield {
        messageId: 'scan-differs',
        data: { number, seen },
        at: placeOf(at, testimony),
        confidence: sureness(sameness, testimony.field),
        compared: { seen, expected: number },
      };
    }
    yield* unheard;
  },
});

const suffixOf = (number: string) => /-\d+[A-Za-z]?$/u.exec(number.normalize('NFKC').trim())?.[0] ?? '';

function writtenForm({ numberForms }: Reference) {
  const form = firm(numberForms.forms).find(({ value }) => value.id === 'telecom-licence')?.value;
  return {
    form: {
      'zh-CN': form?.form ?? '',
      en: 'the mark of a province or 合字, then B2-, four digits of the year and four more',
    },
    example: form?.examples[0] ?? '',
  };
}

function nameOf(id: string, { numberForms }: Reference) {
  const form = firm(numberForms.forms).find(({ value }) => value.id === id)?.value;
  return { 'zh-CN': form?.name ?? id, en: form?.en ?? id };
}

function copyAgain() {
  return {
    'zh-CN': '照许可证正页右上角的“经营许可证编号”重抄，不要填备案号、信用代码或电话。',
    en: 'Copy the number printed on the licence; not a filing number, a credit code or a telephone.',
  } as const;
}
