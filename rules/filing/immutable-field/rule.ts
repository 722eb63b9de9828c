import { z } from 'zod';
import type { LocalText } from '../../../src/dossier/problem.ts';
import { defineRule } from '../../../src/engine/rule.ts';
import { isFirm } from '../../reference/index.ts';

export default defineRule({
  id: 'filing/immutable-field',
  since: '0.1.0',
  title: { 'zh-CN': '变更了不能变更的备案项', en: 'change of what a filing does not let change' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['change'],
  subject: 'dossier',
  needs: [],
  basis: [{ kind: 'provider', cite: '华为云备案变更：备案省份、证件号码、域名不可修改', asOf: '2026-11' }],
  options: z.strictObject({}),
  messages: {
    immutable: {
      'zh-CN': '{what}不能通过变更备案修改，应当{instead}。',
      en: '{what} cannot be changed in a filing; {instead}.',
      fix: { 'zh-CN': '撤下这一项变更，改为{instead}。', en: 'Take this change out: {instead}.' },
    },
  },
  *check({ subject, dossier, reference: { provinces } }) {
    const fact = provinces.find(({ short }) => short === dossier.province)?.facts.creditCodeImmutable;
    const mayMove = fact === undefined || !isFirm(fact) || !fact.value;
    const isFilingChange = dossier.filing?.requests?.includes('change') === true;
    for (const [index, { kind }] of (dossier.changes ?? []).entries()) {
      // The domain of a licence does change; that of a filed site does not.
      const found = kind === 'domain' && !isFilingChange ? undefined : immutable.get(kind);
      if (found === undefined) continue;
      const data = kind === 'uscc' && mayMove ? { ...found, instead: cancelOrMove } : found;
      yield { messageId: 'immutable', data, at: { ...subject.at, path: ['changes', index, 'kind'] } };
    }
  },
});

const cancelAndFile = { 'zh-CN': '注销原备案后重新备案', en: 'cancel the filing and file anew' };
/** Where a province is not known to refuse it, some providers move a filing to the new code. */
const cancelOrMove = {
  'zh-CN': '注销原备案后重新备案，或先问接入商能否办理主体迁移',
  en: 'cancel the filing and file anew, or ask the provider whether the subject can be moved',
};
const immutable: ReadonlyMap<string, { readonly what: LocalText; readonly instead: LocalText }> = new Map([
  ['province', { what: { 'zh-CN': '备案省份', en: 'the province' }, instead: cancelAndFile }],
  ['uscc', { what: { 'zh-CN': '统一社会信用代码', en: 'the credit code' }, instead: cancelAndFile }],
  [
    'filing-number',
    {
      what: { 'zh-CN': '备案号', en: 'the filing number' },
      instead: { 'zh-CN': '照系统给的号码使用', en: 'use the number that the system gave' },
    },
  ],
  [
    'domain',
    {
      what: { 'zh-CN': '已备案网站的域名', en: 'the domain of a filed site' },
      instead: {
        'zh-CN': '用新域名新增网站，再注销旧网站',
        en: 'file a new site with the new domain and cancel the old one',
      },
    },
  ],
]);
