import { z } from 'zod';
import { declaredItems } from '../../../src/dossier/declared-items.ts';
import type { Place } from '../../../src/dossier/place.ts';
import type { DossierData } from '../../../src/dossier/schema/dossier.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { isFirm, type Reference } from '../../reference/index.ts';

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
      cite: '电信条例（国务院令第291号）第六十九条、互联网信息服务管理办法（国务院令第292号）第十九条：超范围经营',
      asOf: '2026-11',
    },
    {
      kind: 'regulator',
      cite: '电信业务市场综合管理信息系统的选项：B25 有五个服务项目，没有“直播类信息服务”',
      asOf: '2026-11',
    },
    {
      kind: 'practice',
      cite: '《ICP许可证年报通关全攻略》高频踩坑第3条：直播没有勾选；代办机构把直播归入“信息发布平台和递送服务”',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    undeclared: {
      'zh-CN': '{where}有直播（{trace}），勾选的服务项目里却没有“{item}”。勾选的是：{items}。',
      en: '{where}: live streaming is offered ({trace}), but the service item {item} is not ticked. Ticked: {items}.',
      fix: {
        'zh-CN':
          '先让许可证含“{item}”，再在这里勾选（系统里没有“直播类信息服务”）；表演、游戏直播另需网络文化经营许可证。确已停办的，删去描述并写明停办日期。',
        en: 'Have {item} on the licence, then tick it here; shows and games also need the network culture licence. If the streaming has really ended, remove the description and state the date.',
      },
    },
  },
  *check({ dossier, reference }) {
    const found = offers(dossier).flatMap((offer) => traceOf(offer, reference) ?? []);
    if (found.length === 0) return;
    const item = itemForStreaming(reference);
    // Ticking nothing is a fact; a dossier that does not say what was ticked is none.
    if (item === undefined || dossier.business?.items === undefined)
      return yield open('not-supplied', 'business.items');
    const { items, ids } = declaredItems(dossier, reference);
    if (ids.has(item.id)) return;

    // Site and service are mostly one thing under two headings: it is said once, where it is surest.
    const [surest] = [...found].sort((one, other) => Number(other.isDeclared) - Number(one.isDeclared));
    if (surest === undefined) return;
    yield {
      messageId: 'undeclared',
      data: {
        where: {
          'zh-CN': found.map(({ kind, name }) => `${kind}“${name}”`).join('、'),
          en: found.map(({ en, name }) => `${en} "${name}"`).join(' and '),
        },
        trace: surest.trace,
        item: item.name,
        items:
          items.length === 0
            ? { 'zh-CN': '（无）', en: '(none)' }
            : { 'zh-CN': items.join('、'), en: items.join(', ') },
      },
      at: { path: surest.path },
      // Words may also tell that something is not offered; a person reads them.
      confidence: surest.isDeclared ? 'high' : 'low',
    };
  },
});

/** The service item that live streaming belongs to. */
function itemForStreaming({ businessCatalogue: { activities, serviceItems } }: Reference) {
  const activity = activities.filter(isFirm).find(({ value }) => value.activity === 'live-streaming');
  return serviceItems.filter(isFirm).find(({ value }) => value.id === activity?.value.item)?.value;
}

interface Offer {
  readonly kind: string;
  readonly en: string;
  readonly name: string;
  readonly text: string;
  readonly features: readonly string[];
  readonly path: Place['path'];
}

/** Where a site, app or service shows live streaming: in its list of features, or in words that hardly mean another thing. */
function traceOf(offer: Offer, { wording }: Reference) {
  if (offer.features.some((feature) => streaming.has(feature)))
    return { ...offer, trace: { 'zh-CN': '功能一栏写了直播', en: 'its features say so' }, isDeclared: true };
  const words = wording.traces['live-streaming'];
  const strong = words !== undefined && isFirm(words) ? words.value.strong : [];
  const word = strong.find((each) => offer.text.includes(each.toLowerCase()));
  if (word === undefined) return undefined;
  return { ...offer, trace: { 'zh-CN': `写着“${word}”`, en: `it says "${word}"` }, isDeclared: false };
}

interface Described {
  readonly name: string;
  readonly description?: string | undefined;
  readonly features?: readonly string[] | undefined;
}

function offers({ websites, apps, business }: DossierData): readonly Offer[] {
  const list = (kind: string, en: string, items: readonly Described[] | undefined, path: Place['path']) =>
    (items ?? []).map(({ name, description = '', features = [] }, index) => ({
      kind,
      en,
      name,
      text: `${name} ${description}`.normalize('NFKC').toLowerCase(),
      features,
      path: [...path, index],
    }));
  return [
    ...list('网站', 'the website', websites, ['websites']),
    ...list('应用', 'the app', apps, ['apps']),
    ...list('服务', 'the service', business?.services, ['business', 'services']),
  ];
}
