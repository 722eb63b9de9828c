import { z } from 'zod';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { type ChangeKind, changeNames } from '../_changes.ts';

/** Changes of subject or scope, which need an approval first. */
const approvedFirst: ReadonlySet<ChangeKind> = new Set(['merger-or-split', 'service-scope', 'shareholders']);

export default defineRule({
  id: 'licence/change-before-approval',
  since: '0.1.0',
  title: { 'zh-CN': '未经批准先行变更', en: 'change in effect before its approval' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['change'],
  subject: 'dossier',
  needs: [],
  basis: [
    {
      kind: 'law',
      cite: '《中华人民共和国电信条例》第十五条：变更经营主体、业务范围的，应当提前 90 日向原发证机关提出申请，并办理相应手续',
      asOf: '2026-11',
    },
    {
      kind: 'law',
      cite: '电信业务经营许可管理办法（工信部令第42号）第二十八条：因合并、分立、股东变化等需要变更经营主体，或者业务范围需要变化的，作出决定之日起 30 日内提出申请',
      asOf: '2026-11',
    },
    {
      kind: 'practice',
      cite: '代办机构仍引用旧办法（工信部令第5号）第三十一条“经批准后方可实施”，现行办法没有这句话',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    'in-effect': {
      'zh-CN': '{change}已于 {effectiveOn} 生效，却还没有得到批准。',
      en: 'the {change} took effect on {effectiveOn}, but has not been approved.',
      fix: noRetroactive(),
    },
    'before-approval': {
      'zh-CN': '{change}于 {effectiveOn} 生效，早于 {approvedOn} 的批准。',
      en: 'the {change} took effect on {effectiveOn}, before its approval on {approvedOn}.',
      fix: noRetroactive(),
    },
  },
  appliesTo: ({ dossier }) => (dossier.changes ?? []).some(({ kind }) => approvedFirst.has(kind)),
  *check({ dossier, today }) {
    for (const [index, change] of (dossier.changes ?? []).entries()) {
      if (!approvedFirst.has(change.kind)) continue;
      const { approvedOn } = change;
      // Shareholders have changed once the registry has recorded it.
      const effectiveOn = change.effectiveOn ?? (change.kind === 'shareholders' ? change.registeredOn : undefined);
      if (effectiveOn === undefined) {
        yield open('not-supplied', `changes.${index}.effectiveOn`);
        continue;
      }
      const name = changeNames[change.kind];
      const at = { path: ['changes', index, 'effectiveOn'] };
      // That shareholders, too, must wait was said by the older measures only.
      const severity = change.kind === 'shareholders' ? ({ severity: 'warning' } as const) : {};
      if (approvedOn === undefined) {
        if (effectiveOn <= today)
          yield { messageId: 'in-effect', data: { change: name, effectiveOn }, at, ...severity };
      } else if (effectiveOn < approvedOn) {
        yield { messageId: 'before-approval', data: { change: name, effectiveOn, approvedOn }, at, ...severity };
      }
    }
  },
});

function noRetroactive() {
  return {
    'zh-CN': '照实填写，不要倒填日期。尽快提交变更申请并说明情况；业务范围变更在批准前先停下新增的业务。',
    en: 'State the real days and never date anything back. Apply at once and explain; until approved, stop the business that was added.',
  } as const;
}
