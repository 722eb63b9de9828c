import { z } from 'zod';
import { defineRule, open } from '../../../src/engine/rule.ts';

export default defineRule({
  id: 'security/mlps-report-missing',
  since: '0.1.0',
  title: { 'zh-CN': '没有等保测评报告，也没有承诺日期', en: 'no MLPS report and no dated promise' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report'],
  subject: 'dossier',
  needs: [],
  basis: [
    {
      kind: 'law',
      cite: '网络安全法第二十三条（2026 年前为第二十一条）：网络安全等级保护制度；《信息安全等级保护管理办法》（公通字〔2007〕43号）第十四条：第三级信息系统每年至少进行一次等级测评',
      asOf: '2026-11',
    },
    {
      kind: 'practice',
      cite: '《ICP许可证年报通关全攻略》：等保二级尚未测评的，写明委托机构和预计完成时间',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    missing: {
      'zh-CN': '填报等保 {level} 级，没有附测评报告，也没有写预计完成日期。',
      en: 'MLPS level {level} is declared, but neither a report nor a date for it is there.',
      fix: {
        'zh-CN': '附上当年有效的测评报告；尚未测评的，如实写明委托的测评机构和“预计完成日期”，并按期完成。',
        en: 'Attach the report, or name the assessor and the date by which it will be done, and keep it.',
      },
    },
    promised: {
      'zh-CN':
        '等保测评写的是预计 {date} 完成。文章说可以先这样过渡，但没有法规依据，抽查时拿不出报告会被认定为虚假承诺。',
      en: 'the assessment is promised for {date}. An article calls that acceptable for now; no rule does, and a missing report will be taken as a false promise.',
      fix: {
        'zh-CN': '保留委托合同，督促最晚 {date} 出具报告并补交。',
        en: 'Keep the contract and see that the report is there by {date}.',
      },
    },
  },

  *check({ dossier, subject, today }) {
    const mlps = dossier.security?.mlps;
    const level = mlps?.level;
    if (level === undefined) return yield open('not-supplied', 'security.mlps.level');
    if (level < 2) return;
    const attached = (dossier.attachments ?? []).some(({ kind }) => kind === 'mlps-report');
    if (attached) return;
    const at = { ...subject.at, path: ['security', 'mlps'] };
    const date = mlps?.promisedOn;
    // A yearly assessment is prescribed from level 3 on; of level 2 only the article and common practice ask for one.
    if (date === undefined)
      yield { messageId: 'missing', data: { level }, at, ...(level >= 3 ? {} : { severity: 'warning' as const }) };
    // A promise that has passed is deadline/mlps-promise's matter.
    else if (date >= today) yield { messageId: 'promised', data: { date }, at, severity: 'warning' };
  },
});
