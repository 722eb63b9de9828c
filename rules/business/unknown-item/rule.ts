import { z } from 'zod';
import { kindOfBusiness } from '../../../src/dossier/declared-kinds.ts';
import { suggest } from '../../../src/dossier/suggestion.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { firm, isFirm } from '../../reference/index.ts';

export default defineRule({
  id: 'business/unknown-item',
  since: '0.1.0',
  title: { 'zh-CN': '服务项目不在目录里', en: 'service item not in the catalogue' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report', 'application', 'renewal'],
  subject: 'dossier',
  needs: [],
  basis: [
    {
      kind: 'regulator',
      cite: '电信业务市场综合管理信息系统的选项；电信业务分类目录（2015 年版，2019 年修订）',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    item: {
      'zh-CN': '服务项目“{item}”不在目录里。{hint}',
      en: 'the service item "{item}" is not in the catalogue. {hint}',
      fix: { 'zh-CN': '从系统的五个选项中选：{known}。', en: 'Choose among the five options of the system: {known}.' },
    },
    category: {
      'zh-CN': '业务种类“{item}”不在目录里。{hint}',
      en: 'the kind of business "{item}" is not in the catalogue. {hint}',
      fix: {
        'zh-CN': '照许可证上的业务种类抄写，例如“信息服务业务（仅限互联网信息服务）”。已知：{known}。',
        en: 'Copy it from the licence. Known: {known}.',
      },
    },
  },

  *check({ dossier, subject, reference }) {
    const { businessCatalogue } = reference;
    if (dossier.business?.items === undefined) yield open('not-supplied', 'business.items');
    if (dossier.business?.categories === undefined) yield open('not-supplied', 'business.categories');
    const others = isFirm(businessCatalogue.otherKinds) ? businessCatalogue.otherKinds.value : [];
    const isLicensed = (item: string) =>
      kindOfBusiness(item, reference) !== undefined ||
      others.some((name) => folded(item).replace(/业务$/u, '').endsWith(folded(name).replace(/业务$/u, '')));
    const lists = [
      {
        messageId: 'item' as const,
        key: 'items',
        written: dossier.business?.items ?? [],
        known: firm(businessCatalogue.serviceItems).map(({ value }) => ({
          name: value.name,
          names: [value.name, ...value.aliases],
        })),
      },
      {
        messageId: 'category' as const,
        key: 'categories',
        written: dossier.business?.categories ?? [],
        known: firm(businessCatalogue.kinds).map(({ value }) => ({
          name: value.name,
          names: [value.code, value.name, ...value.aliases, ...(value.forms ?? [])],
        })),
      },
    ];
    for (const { messageId, key, written, known } of lists) {
      const names = known.flatMap((each) => each.names);
      for (const [index, item] of written.entries()) {
        if (names.some((name) => folded(name) === folded(item))) continue;
        if (messageId === 'category' && isLicensed(item)) continue;
        const near = suggest(item, names);
        yield {
          messageId,
          data: {
            item,
            hint: near === undefined ? { 'zh-CN': '', en: '' } : { 'zh-CN': `是不是“${near}”？`, en: `Is it ${near}?` },
            known: known.map(({ name }) => name).join('、'),
          },
          at: { ...subject.at, path: ['business', key, index] },
        };
      }
    }
  },
});

const folded = (name: string) => name.normalize('NFKC').replaceAll(/\s+/gu, '').toLowerCase();
