import { z } from 'zod';
import { addDays, daysBetween } from '../../../src/dates/calendar.ts';
import type { DossierData } from '../../../src/dossier/schema/dossier.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { type ChangeKind, changeNames } from '../../licence/_changes.ts';
import { isFirm } from '../../reference/index.ts';

export default defineRule({
  id: 'deadline/filing-change-notice',
  since: '0.1.0',
  title: { 'zh-CN': '没有提前 30 天办理备案变更', en: 'change of a filing notified too late' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['change', 'filing'],
  subject: 'dossier',
  needs: [],
  basis: [
    {
      kind: 'law',
      cite: '互联网信息服务管理办法（国务院令第292号）第十一条：变更服务项目、网站网址等事项的，应当提前 30 日办理变更手续',
      asOf: '2026-11',
    },
    {
      kind: 'law',
      cite: '非经营性互联网信息服务备案管理办法（信息产业部令第33号）第十四条：备案信息变更，提前 30 日',
      asOf: '2026-11',
    },
    {
      kind: 'practice',
      cite: '行业文章“企业ICP备案申请流程及注意事项”说变更后 30 天内办理，与法规相反，按法规检查',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    'too-late': {
      'zh-CN': '{change}定于 {effectiveOn} 生效，最晚应在 {due} 办理；{acted} 提交，离生效只有 {left} 天。',
      en: 'the {change} takes effect on {effectiveOn} and had to be notified by {due}; {acted} is only {left} days ahead.',
      fix: {
        'zh-CN': '还没有启用的，把启用日期推迟到 {earliest} 或以后；不能推迟的，马上提交并说明原因。',
        en: 'If it is not in use yet, put it off to {earliest} or later; if that cannot be, submit at once and say why.',
      },
    },
    'in-effect': {
      'zh-CN': '{change}已于 {effectiveOn} 生效，最晚应在 {due} 办理，{acted} 才提交。',
      en: 'the {change} took effect on {effectiveOn}; it had to be notified by {due}, and is submitted only on {acted}.',
      fix: {
        'zh-CN': '马上提交变更，附情况说明；不要倒填日期。新域名、新网址在手续办完前先停用。',
        en: 'Submit at once with an explanation, never dated back; keep the new domain or address unused until it is done.',
      },
    },
  },
  appliesTo: ({ dossier }) => (dossier.changes ?? []).some(({ kind }) => kindsOf(dossier).has(kind)),
  *check({ dossier, reference, today }) {
    const { clocks } = reference.deadlines;
    const clock = dossier.procedure === 'filing' ? clocks['filing-change'] : clocks['service-or-address-change'];
    if (!isFirm(clock)) return yield open('not-supplied', 'rules/reference/deadlines.yaml');
    for (const [index, { kind, effectiveOn, submittedOn, approvedOn }] of (dossier.changes ?? []).entries()) {
      if (!kindsOf(dossier).has(kind)) continue;
      // Approved without a day of submission: the authority has taken it as it was.
      if (approvedOn !== undefined && submittedOn === undefined) continue;
      if (effectiveOn === undefined) {
        yield open('not-supplied', `changes.${index}.effectiveOn`);
        continue;
      }
      const acted = submittedOn ?? today;
      const due = addDays(effectiveOn, -clock.value.amount);
      if (acted <= due) continue;
      const left = daysBetween(acted, effectiveOn);
      const change = changeNames[kind];
      const at = { path: ['changes', index, 'effectiveOn'] };
      if (left > 0) {
        const earliest = addDays(acted, clock.value.amount);
        yield { messageId: 'too-late', data: { change, effectiveOn, due, acted, left, earliest }, at };
      } else yield { messageId: 'in-effect', data: { change, effectiveOn, due, acted }, at };
    }
  },
});

const always = ['service-item', 'domain', 'website'] as const;
const licensed: ReadonlySet<ChangeKind> = new Set(always);
const filed: ReadonlySet<ChangeKind> = new Set([...always, 'access-provider']);

/** Kinds that are announced before they happen; what a registry records first is announced after it. */
const kindsOf = ({ procedure }: DossierData) => (procedure === 'filing' ? filed : licensed);
