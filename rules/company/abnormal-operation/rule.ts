import { z } from 'zod';
import { daysBetween } from '../../../src/dates/calendar.ts';
import { placeOf, type Testimony } from '../../../src/documents/testimony.ts';
import type { DossierData } from '../../../src/dossier/schema/dossier.ts';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { firm, isFirm } from '../../reference/index.ts';

export default defineRule({
  id: 'company/abnormal-operation',
  since: '0.1.0',
  title: { 'zh-CN': '经营异常、吊销或不良名单', en: 'company listed as abnormal, revoked or of poor conduct' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal', 'change'],
  subject: 'company',
  needs: [],
  uses: ['registryExtracts', 'licenceQueries'],
  basis: [
    {
      kind: 'law',
      cite: '电信业务经营许可管理办法（工信部令第42号）第六条：公司及其主要投资者和主要经营管理人员未被列入电信业务经营失信名单',
      asOf: '2026-11',
    },
    {
      kind: 'law',
      cite: '电信业务经营许可管理办法（工信部令第42号）第三十八条：不按期报告又不补报的，列入电信业务经营不良名单；履行义务并经确认后移出',
      asOf: '2026-11',
    },
    { kind: 'provider', cite: '华为云备案咨询知识库“错误提示”：经营异常、吊销、注销的主体不能备案', asOf: '2026-11' },
  ],
  options: z.strictObject({
    /** A page of a public register is believed for so many days. */
    freshForDays: z.int().positive().default(30),
  }),
  messages: {
    status: {
      'zh-CN': '公示系统上公司的登记状态是“{status}”（查询于 {queriedOn}）。',
      en: 'the public register gives the company’s status as "{status}" (looked up on {queriedOn}).',
      fix: {
        'zh-CN': '先到登记机关恢复为存续（在业）状态。已吊销、注销的公司不能再办理，持证的应办理许可证注销。',
        en: 'Have the registry restore the company first; one that is revoked or dissolved cannot apply, and gives its licence up.',
      },
    },
    listed: {
      'zh-CN': '公示信息显示公司被列入“{entry}”（查询于 {queriedOn}）。',
      en: 'the public record lists the company under "{entry}" (looked up on {queriedOn}).',
      fix: {
        'zh-CN':
          '先按列入原因整改：补报年度报告、更正住所等，申请移出；移出后重新查询，把新截图作为附件。电信业务不良名单由原发证机关确认后移出。年报和法定变更仍要按期办理。',
        en: 'Mend the cause first (late reports, a wrong address …), ask to be taken off, look up again and attach the new page. The list of poor conduct is cleared by the authority that issued the licence. Yearly reports and due changes are owed all the same.',
      },
    },
    penalty: {
      'zh-CN': '公示信息里有行政处罚记录（查询于 {queriedOn}）。与电信业务有关的处罚要在年报中如实填写。',
      en: 'the public record shows administrative penalties (looked up on {queriedOn}); those about telecom business belong in the yearly report.',
      fix: {
        'zh-CN': '核对处罚内容；与电信业务有关的，在材料中如实说明整改情况。',
        en: 'See what they were for; explain those about telecom business, and what was mended.',
      },
    },
    'licence-status': {
      'zh-CN': '许可证查询显示状态为“{status}”（查询于 {queriedOn}）。',
      en: 'the licence query gives the status "{status}" (looked up on {queriedOn}).',
      fix: {
        'zh-CN': '联系发证机关核实原因。许可证失效的，停止经营许可业务，重新申请。',
        en: 'Ask the issuing authority why. With a licence that is void, stop the licensed business and apply anew.',
      },
    },
  },
  *check({ subject, dossier, evidence, options, reference, today }) {
    const at = fieldOf(subject, 'name');
    const extracts = evidence.registryExtracts.state === 'known' ? evidence.registryExtracts.value : [];
    const queries = evidence.licenceQueries.state === 'known' ? evidence.licenceQueries.value : [];
    const { abnormalStatuses } = reference.wording;
    const badStatuses = isFirm(abnormalStatuses) ? abnormalStatuses.value : [];
    const voidStatuses = firm(reference.businessCatalogue.licenceStatuses).filter(({ value }) => !value.valid);

    // A report or a change is owed all the same, and is often what clears the entry.
    const isOwed = dossier.procedure === 'annual-report' || dossier.procedure === 'change';
    const standing = isOwed ? ({ severity: 'warning' } as const) : {};

    let stale: string | undefined;
    const dayOf = (attachment: string, read: string | undefined) => {
      const day = read ?? attachedDay(dossier, attachment);
      if (day === undefined || daysBetween(day, today) > options.freshForDays) stale ??= attachment;
      return day ?? { 'zh-CN': '日期不明', en: 'on an unknown day' };
    };

    for (const { attachment, about, fields } of extracts) {
      const queriedOn = dayOf(attachment, fields.queriedOn?.value);
      const place = (field: Testimony<unknown>['field']) => placeOf(at, { attachment, about, field });
      const { status, adverseEntries } = fields;
      if (status !== null && badStatuses.some((bad) => status.value.includes(bad))) {
        const { value, confidence } = status;
        yield { messageId: 'status', data: { status: value, queriedOn }, at: place(status), confidence };
      }
      for (const entry of adverseEntries?.value ?? []) {
        if (adverseEntries === null) continue;
        const where = { at: place(adverseEntries), confidence: adverseEntries.confidence };
        if (entry === '行政处罚') yield { messageId: 'penalty', data: { queriedOn }, ...where, severity: 'info' };
        else yield { messageId: 'listed', data: { entry, queriedOn }, ...where, ...standing };
      }
      if (status === null && adverseEntries === null) yield open('unreadable', attachment);
    }

    for (const { attachment, about, fields } of queries) {
      const { status, adverseEntries } = fields;
      const queriedOn = dayOf(attachment, fields.queriedOn?.value);
      for (const entry of adverseEntries?.value ?? []) {
        if (adverseEntries === null || entry === '行政处罚') continue;
        const at = placeOf(fieldOf(subject, 'name'), { attachment, about, field: adverseEntries });
        yield { messageId: 'listed', data: { entry, queriedOn }, at, confidence: adverseEntries.confidence };
      }
      if (status === null || !voidStatuses.some(({ value }) => status.value.includes(value.name))) continue;
      yield {
        messageId: 'licence-status',
        data: { status: status.value, queriedOn },
        at: placeOf(at, { attachment, about, field: status }),
        confidence: status.confidence,
      };
    }

    // A clean page says how things stood on its day, no longer.
    if (stale !== undefined) yield open('stale', stale);
    if (evidence.registryExtracts.state === 'unknown') {
      const { reason, detail } = evidence.registryExtracts;
      yield open(reason, detail);
    }
  },
});

const attachedDay = ({ attachments }: DossierData, file: string) =>
  (attachments ?? []).find((attachment) => attachment.file === file)?.date;
