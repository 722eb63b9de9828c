import { z } from 'zod';
import { daysBetween } from '../../../src/dates/calendar.ts';
import { provinceName } from '../../../src/dossier/province-name.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { isFirm } from '../../reference/index.ts';

export default defineRule({
  id: 'deadline/annual-report-window',
  since: '0.1.0',
  title: { 'zh-CN': '不在年报填报期内', en: 'outside the yearly report window' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report'],
  subject: 'dossier',
  needs: [],
  basis: [
    {
      kind: 'law',
      cite: '电信业务经营许可管理办法（工信部令第42号）第三十五条：每年第一季度；第三十八条：逾期的，责令限期报告，仍不报告的列入不良名单',
      asOf: '2026-11',
    },
    {
      kind: 'regulator',
      cite: '电信业务年报子系统用户操作手册（2018年1月）、广东省通信管理局2018年年报通知：4 月补报，5 月 1 日关闭',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    'year-missing': {
      'zh-CN': '没有写年报年度，看不出是否在填报期内。',
      en: 'the reported year is not given, so the window cannot be checked.',
      fix: {
        'zh-CN': '在 dossier.yaml 里写上“年报年度”，即上一年，例如 2026 年报 2025。',
        en: 'Add reportYear to dossier.yaml: the year before, such as 2025 for a report made in 2026.',
      },
    },
    'current-year': {
      'zh-CN': '年报年度写的是 {year}，{today} 应当报的是 {due} 年度。',
      en: 'the reported year is {year}, but what is due on {today} is the report for {due}.',
      fix: {
        'zh-CN': '年度写错的，改为 {due}，收入、用户等数据也核对是不是 {due} 年的。',
        en: 'If the year is a slip, write {due}, and see whether the figures are those of {due}.',
      },
    },
    'too-early': {
      'zh-CN': '{year} 年度年报从 {opens} 才开放，{today} 还不能提交。',
      en: 'the report for {year} opens on {opens}; it cannot be submitted on {today}.',
      fix: {
        'zh-CN': '材料可以先备好，{opens} 起再提交；写上“计划提交日期”，就按那一天检查。',
        en: 'Prepare it now and submit it from {opens} on; with submitOn it is checked for that day.',
      },
    },
    'province-not-open': {
      'zh-CN':
        '{source}称，{province}的系统从 {opens} 起才有许可证信息；{today} 报 {year} 年度，可能提示“无许可信息”。',
      en: 'according to {source}, the system of {province} knows the licences only from {opens}; a report for {year} on {today} may be told that there is none.',
      fix: {
        'zh-CN': '不必着急，{opens} 之后再试；以省通信管理局当年的通知为准。',
        en: 'Try again from {opens}; the authority’s notice of the year decides.',
      },
    },
    'review-later': {
      'zh-CN':
        '{source}称，{province} {from} 起才集中审核年报；现在提交也要等到那时，退回后离 {closes} 只剩 {left} 天。',
      en: 'according to {source}, {province} looks at yearly reports only from {from}; one submitted now waits till then, with {left} days left to {closes} if it is returned.',
      fix: {
        'zh-CN': '照常尽早提交；{from} 起每天看一次系统，退回的当天改好再交。',
        en: 'Submit as early as ever; from {from} look into the system every day, and mend a returned report the same day.',
      },
    },
    cure: {
      'zh-CN': '{year} 年度年报已于 {closes} 截止。{today} 只有省通信管理局责令限期报告（通常在 4 月）才能补报。',
      en: 'the report for {year} was due on {closes}; on {today} it can only be made up if the authority orders so (usually in April).',
      fix: {
        'zh-CN': '马上查省通信管理局的限期补报通知或致电确认，在期限内补报，并附逾期原因说明。',
        en: 'Look for the authority’s order at once or call, report within its term and attach the reason for the delay.',
      },
    },
    closed: {
      'zh-CN': '{year} 年度年报的补报期已过，{closed} 起系统不再受理；公司可能已被列入电信业务经营不良名单。',
      en: 'the time to make up the report for {year} is over, the system has been closed since {closed}; the company may be on the list of poor conduct.',
      fix: {
        'zh-CN': '年度写错的先改正。确实漏报的，联系省通信管理局，按要求补报；履行义务并经确认后可申请移出名单。',
        en: 'Correct the year if it is a slip. Otherwise ask the authority how to report; once the duty is met and confirmed, removal from the list can be requested.',
      },
    },
  },
  *check({ dossier, subject, today, reference }) {
    const at = { ...subject.at, path: ['reportYear'] };
    const year = dossier.reportYear;
    if (year === undefined) return yield { messageId: 'year-missing', data: {}, at };
    const on = (monthDay: string) => `${year + 1}-${monthDay}`;
    const { annualReportWindow: window, annualReportClosed } = reference.deadlines;
    // Without its dates confirmed this rule has nothing to stand on.
    if (!isFirm(window) || !isFirm(annualReportClosed))
      return yield open('not-supplied', 'rules/reference/deadlines.yaml');
    const { opens, closes } = window.value;
    const closed = annualReportClosed.value;

    if (today < on(opens)) {
      // In the season of one report, a dossier for the year itself is a slip rather than a head start.
      const inSeason = today >= `${year}-${opens}` && today < `${year}-${closed}`;
      if (inSeason) return yield { messageId: 'current-year', data: { year, today, due: year - 1 }, at };
      return yield { messageId: 'too-early', data: { year, opens: on(opens), today }, at };
    }
    if (today >= on(closed)) return yield { messageId: 'closed', data: { year, closed: on(closed) }, at };
    if (today > on(closes)) return yield { messageId: 'cure', data: { year, closes: on(closes), today }, at };

    const province = reference.provinces.find(({ short }) => short === dossier.province);
    const name = provinceName(dossier.province, reference);
    const { annualReportOpens: own, annualReportReviewFrom: review } = province?.own ?? {};
    if (own !== undefined && isFirm(own) && today < on(own.value)) {
      const data = { year, province: name, opens: on(own.value), today, source: own.basis.cite };
      yield { messageId: 'province-not-open', data, at, severity: 'info', basis: [own.basis] };
    }
    if (review !== undefined && isFirm(review) && today < on(review.value)) {
      const from = on(review.value);
      const left = daysBetween(from, on(closes));
      const data = { province: name, from, closes: on(closes), left, source: review.basis.cite };
      yield { messageId: 'review-later', data, at, severity: 'info', basis: [review.basis] };
    }
  },
});
