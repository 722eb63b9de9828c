import { z } from 'zod';
import { type Feature, offersOf } from '../../../src/dossier/offers.ts';
import { defineRule } from '../../../src/engine/rule.ts';

export default defineRule({
  id: 'business/live-streaming-permit-missing',
  since: '0.1.0',
  title: { 'zh-CN': '直播缺少对应许可', en: 'permit for live streaming missing' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report', 'application', 'filing'],
  subject: 'dossier',
  needs: [],
  basis: [
    {
      kind: 'law',
      cite: '网络表演经营活动管理办法第四条；互联网视听节目服务管理规定第七条、第八条；互联网直播服务管理规定第五条',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    missing: {
      'zh-CN': '“{name}”有{activity}，材料里没有{permits}。',
      en: '"{name}" offers {activity}; the dossier holds none of: {permits}.',
      fix: {
        'zh-CN': '向主管部门申办后再开展；已有许可的，填进“前置审批”并附复印件。',
        en: 'Obtain the permit before it runs; if there is one, declare and attach it.',
      },
    },
  },

  *check({ dossier }) {
    const held = new Set((dossier.business?.preApprovals ?? []).map(({ kind }) => kind));
    for (const { features, anyOf, zh, en, permits } of needs) {
      const offer = offersOf(dossier).find(
        (each) =>
          each.features.some((feature) => streaming.has(feature)) &&
          each.features.some((feature) => features.includes(feature)),
      );
      if (offer === undefined || anyOf.some((kind) => held.has(kind))) continue;
      yield { messageId: 'missing', data: { name: offer.name, activity: { 'zh-CN': zh, en }, permits }, at: offer.at };
    }
  },
});

const streaming: ReadonlySet<Feature> = new Set(['live-streaming', 'live-show', 'live-selling']);

type Permit = 'culture' | 'live-performance' | 'news' | 'audio-visual';
const needs: readonly {
  readonly features: readonly Feature[];
  readonly anyOf: readonly Permit[];
  readonly zh: string;
  readonly en: string;
  readonly permits: string;
}[] = [
  {
    features: ['live-show'],
    anyOf: ['culture', 'live-performance'],
    zh: '表演或游戏直播',
    en: 'streamed shows or games',
    permits: '网络文化经营许可证（网络表演）',
  },
  {
    features: ['audio-visual'],
    anyOf: ['audio-visual'],
    zh: '视听节目直播',
    en: 'streamed audio-visual programmes',
    permits: '信息网络传播视听节目许可证（或全国网络视听平台登记）',
  },
  { features: ['news'], anyOf: ['news'], zh: '新闻直播', en: 'streamed news', permits: '互联网新闻信息服务许可证' },
];
