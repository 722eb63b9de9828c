import { z } from 'zod';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { parseLicenceNumber } from '../../../src/identifiers/licence-number.ts';

export default defineRule({
  id: 'deadline/annual-report-not-due',
  since: '0.1.0',
  title: { 'zh-CN': '这一年度不用报年报', en: 'no yearly report due for this year' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report'],
  subject: 'licence',
  needs: [],
  basis: [
    {
      kind: 'regulator',
      cite: '重庆市通信管理局2025年1月8日年报通知：上年 12 月 31 日前取得许可且在有效期内的，均须年报',
      url: 'https://cqca.miit.gov.cn/zwgk/tzgg/gggs/art/2025/art_2e9de9b6f2864936ab63c4932f032f93.html',
      asOf: '2026-11',
    },
    { kind: 'regulator', cite: '广东省通信管理局2018年年报通知（同样的范围）', asOf: '2026-11' },
  ],
  options: z.strictObject({}),
  messages: {
    'issued-later': {
      'zh-CN': '许可证 {issuedOn} 才颁发，{year} 年末还没有许可证，{year} 年度不用报。',
      en: 'the licence was issued on {issuedOn}; none was held at the end of {year}, so no report is due for that year.',
      fix: {
        'zh-CN': '核对“年报年度”：第一次年报在 {first} 年第一季度，报 {issuedYear} 年度。填错年度的改正。',
        en: 'Check reportYear: the first report is due in the first quarter of {first}, for {issuedYear}.',
      },
    },
    'issued-again': {
      'zh-CN': '发证日期 {issuedOn} 在 {year} 年之后，但编号里的年份是 {numberYear}，可能是续期或换发的证。',
      en: 'the licence was issued on {issuedOn}, after {year}, but its number is of {numberYear}; it may have been renewed or printed again.',
      fix: {
        'zh-CN': '原证在 {year} 年末有效的，照常报；否则这一年度不用报。',
        en: 'If an earlier licence was valid at the end of {year}, report as usual; otherwise no report is due.',
      },
    },
    'expired-before': {
      'zh-CN': '许可证有效期到 {validTo} 为止，{year} 年末已经失效，{year} 年度不在年报范围内。',
      en: 'the licence ended on {validTo} and was not valid at the end of {year}; no report is due for that year.',
      fix: {
        'zh-CN': '已经续期的，填新的有效期；没有续期的，不报年报，办理许可证注销，并确认没有继续经营。',
        en: 'If it was renewed, give the new last day; if not, have the licence cancelled, and make sure that business has stopped.',
      },
    },
  },
  *check({ subject, dossier, reference }) {
    const { issuedOn, validTo, number } = subject.value;
    const year = dossier.reportYear;
    if (year === undefined) return yield open('not-supplied', 'reportYear');
    const yearEnd = `${year}-12-31`;
    if (validTo !== undefined && validTo < yearEnd) {
      return yield { messageId: 'expired-before', data: { validTo, year }, at: fieldOf(subject, 'validTo') };
    }
    if (issuedOn !== undefined && issuedOn > yearEnd) {
      const at = fieldOf(subject, 'issuedOn');
      const parsed = parseLicenceNumber(number, reference.marks);
      if (parsed.ok && parsed.value.year <= year) {
        const data = { issuedOn, year, numberYear: parsed.value.year };
        return yield { messageId: 'issued-again', data, at, severity: 'info' };
      }
      const issuedYear = Number(issuedOn.slice(0, 4));
      return yield { messageId: 'issued-later', data: { issuedOn, year, issuedYear, first: issuedYear + 1 }, at };
    }
    if (issuedOn === undefined) yield open('not-supplied', 'licence.issuedOn');
    if (validTo === undefined) yield open('not-supplied', 'licence.validTo');
  },
});
