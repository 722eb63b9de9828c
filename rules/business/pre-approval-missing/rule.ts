import { z } from 'zod';
import { type Feature, offersOf } from '../../../src/dossier/offers.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { firm, isFirm } from '../../reference/index.ts';

export default defineRule({
  id: 'business/pre-approval-missing',
  since: '0.1.0',
  title: { 'zh-CN': '缺少前置审批', en: 'pre-approval missing' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['filing', 'application', 'renewal'],
  subject: 'dossier',
  needs: [],
  basis: [
    {
      kind: 'law',
      cite: '互联网信息服务管理办法（国务院令第292号）第五条：新闻、出版、药品和医疗器械等须经前置审批',
      asOf: '2026-11',
    },
    { kind: 'provider', cite: '腾讯云备案前置审批说明', asOf: '2026-11' },
  ],
  options: z.strictObject({}),
  messages: {
    missing: {
      'zh-CN': '“{name}”涉及{area}，须先取得{permit}，材料里没有。依据：{source}。',
      en: '"{name}" falls under {area}, which needs {permit} first; the dossier has none. According to {source}.',
      fix: {
        'zh-CN': '先向主管部门取得{permit}，填进“前置审批”并附复印件；确实不涉及的，改正功能和简介。',
        en: 'Obtain {permit}, declare and attach it; if the site does not do this, correct its description.',
      },
    },
    asked: {
      'zh-CN': '“{name}”涉及{area}。全国的前置审批已取消，个别省仍会要{permit}。',
      en: '"{name}" falls under {area}. The approval was abolished, but some provinces still ask for {permit}.',
      fix: {
        'zh-CN': '先向省通信管理局确认是否需要，有批准文件的一并附上。',
        en: 'Ask the authority; attach an approval if there is one.',
      },
    },
    wording: {
      'zh-CN': '“{name}”的名称或简介里有“{word}”，像是涉及{area}，请确认是否需要{permit}。',
      en: 'name or description of "{name}" holds "{word}", which suggests {area}; make sure whether {permit} is needed.',
      fix: {
        'zh-CN': '涉及的，先取得{permit}；不涉及的，向接入商说明业务实质。',
        en: 'Obtain {permit} if so; otherwise explain what the site does.',
      },
    },
  },

  *check({ dossier, reference }) {
    const held = new Set<string>((dossier.business?.preApprovals ?? []).map(({ kind }) => kind));
    const isAttached = (dossier.attachments ?? []).some(({ kind }) => kind === 'pre-approval');
    const { ordinaryUses } = reference.preApprovals;
    const plain = (text: string) =>
      (isFirm(ordinaryUses) ? ordinaryUses.value : []).reduce((rest, use) => rest.replaceAll(use, '　'), text);
    for (const { value, basis } of firm(reference.preApprovals.areas)) {
      const area = features[value.id];
      if (area === undefined || area.permits.some((kind) => held.has(kind))) continue;
      const permit = value.permits.join('或');
      const declared = offersOf(dossier).find((offer) =>
        offer.features.some((feature) => area.features.includes(feature)),
      );
      if (declared !== undefined) {
        const data = { name: declared.name, area: value.area, permit };
        // A paper of which nobody says what it permits may be this one, while none of them is accounted for.
        if (isAttached && held.size === 0) yield open('not-supplied', `business.preApprovals: ${value.area}`);
        else if (value.status === 'required') {
          const isLaw = basis.kind === 'law' || basis.kind === 'regulator';
          yield {
            messageId: 'missing',
            data: { ...data, source: basis.cite },
            at: declared.at,
            basis: [basis],
            ...(isLaw ? {} : { severity: 'warning' as const }),
          };
        } else yield { messageId: 'asked', data, at: declared.at, severity: 'info' };
        continue;
      }
      if (value.status !== 'required' || isAttached) continue;
      for (const offer of offersOf(dossier)) {
        const word = value.triggers.find((trigger) => plain(offer.text).includes(trigger));
        if (word === undefined) continue;
        yield {
          messageId: 'wording',
          data: { name: offer.name, word, area: value.area, permit },
          at: offer.at,
          confidence: 'low',
        };
        break;
      }
    }
  },
});

const features: Readonly<
  Record<string, { readonly features: readonly Feature[]; readonly permits: readonly string[] }>
> = {
  news: { features: ['news'], permits: ['news'] },
  publishing: { features: ['online-publishing'], permits: ['publishing'] },
  drugs: { features: ['drugs'], permits: ['drugs'] },
  culture: { features: ['culture', 'live-show'], permits: ['culture', 'live-performance'] },
  audiovisual: { features: ['audio-visual'], permits: ['audio-visual'] },
  'ride-hailing': { features: ['ride-hailing'], permits: ['ride-hailing'] },
  finance: { features: ['internet-finance'], permits: ['finance'] },
  games: { features: ['games'], permits: ['games'] },
  education: { features: ['education'], permits: ['education'] },
  'health-care': { features: ['medical-care'], permits: ['medical-care'] },
};
