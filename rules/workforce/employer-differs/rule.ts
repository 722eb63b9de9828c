import { z } from 'zod';
import { addMonths } from '../../../src/dates/calendar.ts';
import { sameName } from '../../../src/documents/compare.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { mentionsCompany, sameCompanyName } from '../../../src/names/company-name.ts';

export default defineRule({
  id: 'workforce/employer-differs',
  since: '0.1.0',
  title: { 'zh-CN': '社保证明的单位或月份不对', en: 'insurance proof of another employer or month' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['application'],
  subject: 'dossier',
  needs: [],
  basis: [{ kind: 'practice', cite: '文章《增值电信业务自己申请流程》：本公司近期社保证明', asOf: '2026-11' }],
  options: z.strictObject({}),
  messages: {
    employer: {
      'zh-CN': '社保证明的参保单位是“{seen}”，不是“{company}”。',
      en: 'the insurance proof names "{seen}", not "{company}".',
      fix: {
        'zh-CN': '换成本公司为参保单位的证明；由人力公司代缴的，附劳务派遣或代缴协议。',
        en: 'Attach a proof with the company as employer, or the agreement with the agency that pays for it.',
      },
    },
    stale: {
      'zh-CN': '社保证明是 {month} 的，距提交已超过三个月。',
      en: 'the insurance proof is of {month}, over three months old.',
      fix: { 'zh-CN': '到社保网站重新打印最近一个月的证明。', en: 'Print the proof of the latest month again.' },
    },
  },

  uses: ['insuranceLists'],
  *check({ dossier, subject, today, evidence: { insuranceLists } }) {
    const { workforce, company } = dossier;
    const written = workforce?.insuranceEmployer;
    const at = { ...subject.at, path: ['workforce', 'insuranceEmployer'] };
    // A branch registers its staff itself, and is part of the company all the same.
    const isBranch = (name: string) => name.trim().endsWith('分公司') && mentionsCompany(name, company.name);
    if (written !== undefined && !sameCompanyName(written, company.name)) {
      yield {
        messageId: 'employer',
        data: { seen: written, company: company.name },
        at,
        confidence: isBranch(written) ? 'low' : 'high',
      };
    }
    if (insuranceLists.state === 'known') {
      for (const { attachment, fields } of insuranceLists.value) {
        const { employer } = fields;
        if (employer === null) continue;
        const outcome = sameName(employer, company.name);
        if (outcome === 'same') continue;
        yield {
          messageId: 'employer',
          data: { seen: employer.value, company: company.name },
          at: { ...at, attachment, page: employer.page },
          confidence: outcome === 'unsure' || isBranch(employer.value) ? 'low' : employer.confidence,
        };
      }
    }
    if (written === undefined && insuranceLists.state === 'unknown')
      yield open(insuranceLists.reason, 'workforce.insuranceEmployer');
    const month = workforce?.insuranceMonth;
    if (month !== undefined && addMonths(`${month}-01`, 4) <= today)
      yield { messageId: 'stale', data: { month }, at: { ...subject.at, path: ['workforce', 'insuranceMonth'] } };
  },
});
