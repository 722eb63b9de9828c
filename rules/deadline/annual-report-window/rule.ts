import { z } from 'zod';
import { defineRule } from '../../../src/engine/rule.ts';
import { firm } from '../../reference/index.ts';

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
    { kind: 'law', cite: '电信业务经营许可管理办法（工信部令第42号）第三十五条：每年第一季度', asOf: '2026-11' },
    {
      kind: 'law',
      cite: '同上，第三十八条：逾期的，责令限期报告；仍不报告的，列入电信业务经营不良名单',
      asOf: '2026-11',
    },
    { kind: 'regulator', cite: '工信部信管〔2017〕321号（4 月限期补报，5 月 1 日关闭）', asOf: '2026-11' },
  ],
  options: z.strictObject({}),
  messages: {
    'year-missing': {
      'zh-CN': '没有写明年报年度，无法判断是否在填报期内。',
      en: 'the reported year is not given, so the window cannot be checked.',
      fix: {
        'zh-CN': '在 dossier.yaml 里写上“年报年度”，例如 2025。',
        en: 'Add reportYear to dossier.yaml, such as 2025.',
      },
    },
    'too-early': {
      'zh-CN': '{year} 年度年报从 {opens} 才开放，{today} 还不能提交。',
      en: 'the report for {year} opens on {opens}; it cannot be submitted on {today}.',
      fix: { 'zh-CN': '材料可以先备好，{opens} 起再提交。', en: 'Prepare it now and submit it from {opens} on.' },
    },
    'province-not-open': {
      'zh-CN': '{province}的系统据经验从 {opens} 起才导入许可证库，{today} 提交可能提示“无许可信息”。来源：{source}。',
      en: 'in {province} the system is said to know the licences only from {opens}; on {today} it may answer that there is no licence. Source: {source}.',
      fix: {
        'zh-CN': '不必着急，{opens} 之后再试；以省通信管理局当年通知为准。',
        en: 'Try again from {opens}; the authority’s notice of the year decides.',
      },
    },
    cure: {
      'zh-CN': '{year} 年度年报已于 {closes} 截止。{today} 只有在省通信管理局责令限期报告（通常为 4 月）时才能补报。',
      en: 'the report for {year} was due on {closes}; on {today} it can only be made up if the authority orders so (usually in April).',
      fix: {
        'zh-CN': '马上查看省通信管理局的限期补报通知或致电确认，在通知期限内补报，并附逾期原因说明。',
        en: 'Look for the authority’s order at once or call, report within its term and attach the reason for the delay.',
      },
    },
    closed: {
      'zh-CN': '{year} 年度年报的补报期已过（{closed} 起系统不再受理），可能已被列入电信业务经营不良名单。',
      en: 'the time to make up the report for {year} is over (closed from {closed}); the company may be on the list of poor conduct.',
      fix: {
        'zh-CN': '联系省通信管理局说明情况，按要求书面补报；履行义务并经确认后可申请移出不良名单。',
        en: 'Contact the authority and report in writing as it asks; once the duty is met and confirmed, removal from the list can be requested.',
      },
    },
  },
  *check({ dossier, subject, today, reference }) {
    const at = { ...subject.at, path: ['reportYear'] };
    const year = dossier.reportYear;
    if (year === undefined) return yield { messageId: 'year-missing', data: {}, at };
    const on = (monthDay: string) => `${year + 1}-${monthDay}`;
    const { annualReportWindow, annualReportClosed } = reference.deadlines;
    // The window is law; if its row ever became unverified, this rule would have nothing to stand on.
    const [window] = firm([annualReportWindow]);
    const [closed] = firm([annualReportClosed]);
    if (window === undefined || closed === undefined)
      return yield { open: 'not-supplied', detail: 'rules/reference/deadlines.yaml' };

    if (today < on(window.value.opens))
      return yield { messageId: 'too-early', data: { year, opens: on(window.value.opens), today }, at };
    if (today >= on(closed.value)) return yield { messageId: 'closed', data: { year, closed: on(closed.value) }, at };
    if (today > on(window.value.closes))
      return yield { messageId: 'cure', data: { year, closes: on(window.value.closes), today }, at };

    const province = reference.provinces.find(({ short }) => short === dossier.province);
    const opens = province?.own.annualReportOpens;
    if (opens === undefined || opens.confidence === 'unverified' || today >= on(opens.value)) return;
    yield {
      messageId: 'province-not-open',
      data: { province: dossier.province, opens: on(opens.value), today, source: opens.basis.cite },
      at,
      severity: 'info',
    };
  },
});
