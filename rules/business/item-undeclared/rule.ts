import { z } from 'zod';
import { declaredItems } from '../../../src/dossier/declared-items.ts';
import { offersOf } from '../../../src/dossier/offers.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { firm } from '../../reference/index.ts';

export default defineRule({
  id: 'business/item-undeclared',
  since: '0.1.0',
  title: { 'zh-CN': '有这项服务却没有勾选', en: 'service shown but not declared' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report', 'application', 'renewal'],
  subject: 'dossier',
  needs: [],
  basis: [
    {
      kind: 'law',
      cite: '互联网信息服务管理办法（国务院令第292号）第十一条、第十九条：不得超出许可项目提供服务',
      asOf: '2026-11',
    },
    { kind: 'regulator', cite: '电信业务分类目录 B25 的五个服务项目', asOf: '2026-11' },
  ],
  options: z.strictObject({}),
  messages: {
    undeclared: {
      'zh-CN': '“{name}”有{activity}，勾选的服务项目里没有“{item}”。勾选的是：{items}。',
      en: '"{name}" offers {activity}, but the item {item} is not ticked. Ticked: {items}.',
      fix: {
        'zh-CN': '先在许可证上增加“{item}”，再勾选；已停办的，改正描述并写明停办日期。',
        en: 'Have {item} on the licence first, then tick it; if it has ended, correct the description and give the date.',
      },
    },
  },

  *check({ dossier, reference }) {
    if (dossier.business?.items === undefined) return yield open('not-supplied', 'business.items');
    const { items, ids } = declaredItems(dossier, reference);
    const said = new Set<string>();
    for (const { name, features, at } of offersOf(dossier)) {
      for (const { feature, item, zh, en } of shown) {
        if (!features.includes(feature) || ids.has(item) || said.has(item)) continue;
        const named = firm(reference.businessCatalogue.serviceItems).find(({ value }) => value.id === item);
        if (named === undefined) continue;
        said.add(item);
        yield {
          messageId: 'undeclared',
          data: { name, activity: { 'zh-CN': zh, en }, item: named.value.name, items: items.join('、') || '—' },
          at,
        };
      }
    }
  },
});

const shown = [
  { feature: 'search', item: 'search', zh: '信息搜索', en: 'search' },
  { feature: 'community', item: 'community', zh: '社区、论坛或评论', en: 'a community or comments' },
  { feature: 'messaging', item: 'messaging', zh: '即时通讯', en: 'instant messaging' },
  { feature: 'app-store', item: 'publishing', zh: '应用分发', en: 'an app store' },
  { feature: 'publishing', item: 'publishing', zh: '信息发布', en: 'publishing' },
] as const;
