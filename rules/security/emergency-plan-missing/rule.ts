import { z } from 'zod';
import { defineRule } from '../../../src/engine/rule.ts';

export default defineRule({
  id: 'security/emergency-plan-missing',
  since: '0.1.0',
  title: { 'zh-CN': '没有应急预案', en: 'no emergency plan' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report', 'application'],
  subject: 'dossier',
  needs: [],
  basis: [
    { kind: 'law', cite: '网络安全法第二十七条（2026 年前为第二十五条）：应制定网络安全事件应急预案', asOf: '2026-11' },
    { kind: 'practice', cite: '《ICP许可证年报通关全攻略》：应急处置预案', asOf: '2026-11' },
  ],
  options: z.strictObject({}),
  messages: {
    missing: {
      'zh-CN': '没有网络安全事件应急预案（材料里没有填写，也没有附件）。',
      en: 'there is no emergency plan for security incidents: neither declared nor attached.',
      fix: {
        'zh-CN': '制定应急预案（组织、分级、处置流程、上报、演练），盖章后作为附件上传。',
        en: 'Write the plan (who, levels, handling, reporting, drills), seal it and attach it.',
      },
    },
    denied: {
      'zh-CN': '材料填写“没有应急预案”，却附了应急预案，两处矛盾。',
      en: 'the dossier says that there is no emergency plan, but one is attached.',
      fix: { 'zh-CN': '已有预案的，把“应急预案”改为 true。', en: 'Set emergencyPlan to true if there is one.' },
    },
  },

  *check({ dossier, subject }) {
    const attached = (dossier.attachments ?? []).some(({ kind }) => kind === 'emergency-plan');
    const said = dossier.security?.emergencyPlan;
    const planned = (dossier.security?.measures ?? []).includes('emergency-response');
    const at = { ...subject.at, path: ['security', 'emergencyPlan'] };
    if (said === false && attached) yield { messageId: 'denied', data: {}, at, severity: 'warning' };
    else if (!attached && said !== true && !planned) yield { messageId: 'missing', data: {}, at };
  },
});
