import { z } from 'zod';
import { declaredItems } from '../../../src/dossier/declared-items.ts';
import { defineRule, type Place } from '../../../src/engine/rule.ts';
import { isFirm } from '../../reference/index.ts';

const streaming = new Set(['live-streaming', 'live-show', 'live-selling']);

export default defineRule({
  id: 'business/live-streaming-undeclared',
  since: '0.1.0',
  title: { 'zh-CN': '有直播却没有勾选', en: 'live streaming not declared' },
  severity: 'error',
  tags: ['top7', 'offline'],
  procedures: ['annual-report', 'application', 'renewal'],
  subject: 'dossier',
  needs: [],
  basis: [
    {
      kind: 'law',
      cite: '电信条例（国务院令第291号）第六十九条、互联网信息服务管理办法第十九条：超范围经营',
      asOf: '2026-11',
    },
    {
      kind: 'regulator',
      cite: '电信业务分类目录 B25：直播归入“信息发布平台和递送服务”，系统中没有“直播类信息服务”一项',
      asOf: '2026-11',
    },
    { kind: 'practice', cite: '《ICP许可证年报通关全攻略》高频踩坑第3条', asOf: '2026-11' },
  ],
  options: z.strictObject({}),
  messages: {
    undeclared: {
      'zh-CN': '{where}有直播（{trace}），但勾选的服务项目里没有“信息发布平台和递送服务”。勾选的是：{items}。',
      en: '{where} offers live streaming ({trace}), but the service item 信息发布平台和递送服务 is not ticked. Ticked: {items}.',
      fix: {
        'zh-CN':
          '确有直播的，先为许可证增加“信息发布平台和递送服务”，再在年报中勾选；表演、游戏直播另需网络文化经营许可证（网络表演）。已停办的，在材料里删去直播描述并写明停办日期。',
        en: 'If it streams, have the item added to the licence, then tick it; shows and games also need the network culture licence. If it has ended, remove the description and state the date.',
      },
    },
  },
  *check({ dossier, reference }) {
    const { items, ids } = declaredItems(dossier, reference);
    if (ids.has('publishing')) return;
    const words = reference.wording.traces['live-streaming'];
    const strong = words !== undefined && isFirm(words) ? words.value.strong : [];

    for (const { kind, en, name, texts, features, path } of offers(dossier)) {
      const feature = features.find((each) => streaming.has(each));
      const trace = feature === undefined ? strong.find((word) => texts.some((text) => text.includes(word))) : feature;
      if (trace === undefined) continue;
      const at: Place = { path };
      yield {
        messageId: 'undeclared',
        data: {
          where: { 'zh-CN': `${kind}“${name}”`, en: `${en} "${name}"` },
          trace: feature === undefined ? trace : { 'zh-CN': '功能一栏写了直播', en: 'its features say so' },
          items: items.length === 0 ? { 'zh-CN': '（无）', en: '(none)' } : items.join('、'),
        },
        at,
        // Words may also tell that something is not offered; a person reads them.
        confidence: feature === undefined ? 'low' : 'high',
      };
    }
  },
});

interface Offer {
  readonly kind: string;
  readonly en: string;
  readonly name: string;
  readonly texts: readonly string[];
  readonly features: readonly string[];
  readonly path: Place['path'];
}

type Described = {
  readonly name: string;
  readonly description?: string | undefined;
  readonly features?: readonly string[] | undefined;
};

function offers({
  websites,
  apps,
  business,
}: {
  websites?: readonly Described[] | undefined;
  apps?: readonly Described[] | undefined;
  business?: { services?: readonly Described[] | undefined } | undefined;
}): Offer[] {
  const list = (kind: string, en: string, items: readonly Described[] | undefined, path: Place['path']): Offer[] =>
    (items ?? []).map(({ name, description, features }, index) => ({
      kind,
      en,
      name,
      texts: [name, description ?? ''],
      features: features ?? [],
      path: [...path, index],
    }));
  return [
    ...list('网站', 'the website', websites, ['websites']),
    ...list('应用', 'the app', apps, ['apps']),
    ...list('服务', 'the service', business?.services, ['business', 'services']),
  ];
}
