import { z } from 'zod';
import { addDays, daysBetween } from '../../../src/dates/calendar.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { type ClockId, isFirm } from '../../reference/index.ts';
import { type Change, type ChangeKind, changeNames } from '../_changes.ts';

type MessageId = 'after-registration' | 'after-decision' | 'notice-of-change' | 'notice-of-end' | 'notice-of-scope';

/** One clock that runs for a change: which fact of the reference it is, and the day it runs from or towards. */
interface Clock {
  readonly id: ClockId;
  readonly messageId: MessageId;
  readonly anchor: 'registeredOn' | 'decidedOn' | 'effectiveOn';
  readonly kinds: ReadonlySet<ChangeKind>;
  readonly severity?: 'warning';
  /** Whether the clock stands still while its anchor is unknown. */
  readonly optional?: true;
}

const clocks: readonly Clock[] = [
  {
    id: 'registered-particulars-change',
    messageId: 'after-registration',
    anchor: 'registeredOn',
    kinds: new Set(['company-name', 'legal-representative', 'registered-capital']),
  },
  {
    id: 'subject-or-scope-change',
    messageId: 'after-decision',
    anchor: 'decidedOn',
    kinds: new Set(['shareholders', 'merger-or-split', 'service-scope']),
  },
  // The regulations ask for more than the measures do; both clocks run, and the stricter one is shown as a warning.
  {
    id: 'subject-or-scope-change-notice',
    messageId: 'notice-of-scope',
    anchor: 'effectiveOn',
    kinds: new Set(['merger-or-split', 'service-scope']),
    severity: 'warning',
    optional: true,
  },
  { id: 'termination', messageId: 'notice-of-end', anchor: 'effectiveOn', kinds: new Set(['termination']) },
  // deadline/filing-change-notice watches these where the change itself is what is submitted.
  {
    id: 'service-or-address-change',
    messageId: 'notice-of-change',
    anchor: 'effectiveOn',
    kinds: new Set(['service-item', 'domain', 'website']),
  },
];

export default defineRule({
  id: 'licence/change-overdue',
  since: '0.1.0',
  title: { 'zh-CN': '变更手续逾期', en: 'change notified too late' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report', 'change'],
  subject: 'dossier',
  needs: [],
  basis: [
    {
      kind: 'law',
      cite: '电信业务经营许可管理办法（工信部令第42号）第二十九条：名称、法定代表人、注册资本，工商变更登记之日起 30 日内',
      asOf: '2026-11',
    },
    {
      kind: 'law',
      cite: '电信业务经营许可管理办法（工信部令第42号）第二十八条：经营主体（股东、合并分立）、业务范围，作出决定之日起 30 日内',
      asOf: '2026-11',
    },
    {
      kind: 'law',
      cite: '《中华人民共和国电信条例》第十五条：变更经营主体、业务范围或者停止经营，提前 90 日',
      asOf: '2026-11',
    },
    {
      kind: 'law',
      cite: '互联网信息服务管理办法（国务院令第292号）第十一条：变更服务项目、网站网址，提前 30 日',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    'after-registration': {
      'zh-CN': '{change}于 {anchor} 完成工商登记，许可证变更最晚应在 {due} 提交，{acted} 已晚 {late} 天。',
      en: 'the {change} was registered on {anchor}; the licence had to be changed by {due}, and {acted} is {late} days late.',
      fix: submitNow(),
    },
    'after-decision': {
      'zh-CN': '{change}于 {anchor} 作出决定，最晚应在 {due} 向发证机关申请，{acted} 已晚 {late} 天。',
      en: 'the {change} was decided on {anchor}; the application was due by {due}, and {acted} is {late} days late.',
      fix: submitNow(),
    },
    'notice-of-scope': {
      'zh-CN': '{change}定于 {anchor} 生效，电信条例要求提前 90 日、最晚 {due} 申请，{acted} 已晚 {late} 天。',
      en: 'the {change} takes effect on {anchor}; the regulations ask for an application by {due}, 90 days before, and {acted} is {late} days late.',
      fix: {
        'zh-CN': '马上申请，并把生效日期推迟到批准之后。',
        en: 'Apply at once, and put the day of effect off until it is approved.',
      },
    },
    'notice-of-end': {
      'zh-CN': '终止经营定于 {anchor}，最晚应在 {due} 报告发证机关，{acted} 已晚 {late} 天。',
      en: 'business is to end on {anchor}; the authority had to be told by {due}, and {acted} is {late} days late.',
      fix: {
        'zh-CN': '马上报告，附用户善后方案；能推迟的，把终止日期推迟到报告满 90 日之后。',
        en: 'Report at once with a plan for the users; if possible put the end off to 90 days after the report.',
      },
    },
    'notice-of-change': {
      'zh-CN': '{change}定于 {anchor} 生效，应提前 30 日、最晚 {due} 办理，{acted} 已晚 {late} 天。',
      en: 'the {change} takes effect on {anchor}; it had to be notified by {due}, 30 days before, and {acted} is {late} days late.',
      fix: {
        'zh-CN': '先变更备案，再变更许可证，马上提交；还没有启用的，推迟到手续办完再启用。',
        en: 'Change the filing, then the licence, at once; what is not in use yet waits until that is done.',
      },
    },
  },
  appliesTo: ({ dossier }) => (dossier.changes ?? []).some(({ kind }) => clocksOf(kind, dossier.procedure).length > 0),
  *check({ dossier, reference, today }) {
    for (const [index, change] of (dossier.changes ?? []).entries()) {
      // Approved without a day of submission: the authority has taken it as it was.
      if (change.approvedOn !== undefined && change.submittedOn === undefined) continue;
      const acted = change.submittedOn ?? today;
      for (const clock of clocksOf(change.kind, dossier.procedure)) {
        const fact = reference.deadlines.clocks[clock.id];
        if (!isFirm(fact) || fact.value.unit !== 'days') continue;
        const anchor = change[clock.anchor];
        if (anchor === undefined) {
          if (clock.optional !== true) yield open('not-supplied', `changes.${index}.${clock.anchor}`);
          continue;
        }
        const { amount, direction } = fact.value;
        const due = addDays(anchor, direction === 'after' ? amount : -amount);
        const late = daysBetween(due, acted);
        if (late <= 0) continue;
        yield {
          messageId: clock.messageId,
          data: { change: changeNames[change.kind], anchor, due, acted, late },
          at: { path: ['changes', index, clock.anchor] },
          ...(clock.severity === undefined ? {} : { severity: clock.severity }),
        };
      }
    }
  },
});

function clocksOf(kind: Change['kind'], procedure: string): readonly Clock[] {
  return clocks.filter(
    ({ kinds, id }) => kinds.has(kind) && (id !== 'service-or-address-change' || procedure === 'annual-report'),
  );
}

function submitNow() {
  return {
    'zh-CN': '马上到系统提交变更，附逾期原因说明；不要倒填日期。已经提交的，在“变更”里写明提交日期。',
    en: 'Submit the change at once with the reason for the delay, and never date it back; if it was submitted, give that day under changes.',
  } as const;
}
