import { z } from 'zod';
import { named, sameName } from '../../../src/documents/compare.ts';
import { hear, placeOf, sureness } from '../../../src/documents/testimony.ts';
import type { Shareholder } from '../../../src/dossier/schema/company.ts';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { everyHolder } from '../_ownership.ts';

export default defineRule({
  id: 'company/ownership-incomplete',
  since: '0.1.0',
  title: { 'zh-CN': '股权没有追溯到底', en: 'ownership not traced to its end' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['application', 'renewal'],
  subject: 'company',
  needs: [],
  uses: ['articles'],
  basis: [
    {
      kind: 'regulator',
      cite: '电信业务市场综合管理信息系统的股东类型选项：自然人、机关事业单位、上市公司、非上市公司、境外',
      asOf: '2026-11',
    },
    {
      kind: 'practice',
      cite: '《增值电信业务（ICP）许可证自己申请流程图解》：股东追溯到自然人；申请材料格式：申请书、章程、验资报告中的股东一致',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    sum: {
      'zh-CN': '{holder}的股东比例合计 {sum}%，应为 100%。',
      en: 'the shares in {holder} add up to {sum}%; they must make 100%.',
      fix: {
        'zh-CN': '对照公司章程补全股东、改正比例；比例除不尽的，保留两位小数并让合计等于 100%。',
        en: 'Complete the holders and correct the shares from the articles; round to two decimals so that they make 100%.',
      },
    },
    untraced: {
      'zh-CN': '股东“{holder}”（{chain}）是公司，没有继续写它的股东。要追溯到自然人、国有单位或上市公司。',
      en: 'the shareholder "{holder}" ({chain}) is a company whose own holders are not given; the chain must end at a natural person, the state or a listed company.',
      fix: {
        'zh-CN':
          '在这个股东下面补写“股东”，一层层写到自然人、国有单位或上市公司；它本身是国有单位或上市公司的，改正“股东类型”，并附证明。',
        en: 'Add its holders level by level, down to natural persons, the state or a listed company; if it is one of these itself, correct its kind and attach the proof.',
      },
    },
    'articles-differ': {
      'zh-CN': '公司章程里没有找到股东“{holder}”，章程上读到的是：{seen}。',
      en: 'the articles of association do not name the shareholder "{holder}"; they name: {seen}.',
      fix: {
        'zh-CN': '以登记机关备案的最新章程为准：章程旧了就换最新版，填错了就改股东名单；申请书、股权结构说明也要一致。',
        en: 'The articles last registered decide: attach them, or correct the list of shareholders, here and in the application and the description of the equity.',
      },
    },
  },
  *check({ subject, evidence }) {
    const { name, shareholders = [] } = subject.value;
    if (shareholders.length === 0) return yield open('not-supplied', 'company.shareholders');
    const holders = everyHolder(shareholders);

    const groups = [
      { holder: name, path: ['shareholders'], members: shareholders },
      ...holders.flatMap(({ holder, path }) =>
        holder.holders === undefined || holder.holders.length === 0
          ? []
          : [{ holder: holder.name, path: [...path, 'holders'], members: holder.holders }],
      ),
    ];
    for (const { holder, path, members } of groups) {
      const sum = members.reduce((total, { share }) => total + share, 0);
      if (Math.abs(sum - 100) <= roundingOf(members)) continue;
      yield {
        messageId: 'sum',
        data: { holder, sum: Math.round(sum * 100) / 100 },
        at: fieldOf(subject, ...path),
        compared: { seen: `${Math.round(sum * 100) / 100}%`, expected: '100%' },
      };
    }

    for (const { holder, path, chain } of holders) {
      const mustGoOn = holder.kind === 'company' || holder.kind === 'foreign-company';
      if (!mustGoOn || (holder.holders ?? []).length > 0) continue;
      yield {
        messageId: 'untraced',
        data: { holder: holder.name, chain: chain.join(' → ') },
        at: fieldOf(subject, ...path),
      };
    }

    for (const testimony of hear(evidence.articles, (fields) => fields.shareholders).said) {
      const { field } = testimony;
      // A list shorter than the company's own was read in part: it may leave out whom it names.
      const read = field.value.length < shareholders.length ? ({ ...field, confidence: 'low' } as const) : field;
      for (const [index, { name: holder }] of shareholders.entries()) {
        const sameness = named(read, holder, sameName);
        if (sameness === 'same') continue;
        yield {
          messageId: 'articles-differ',
          data: { holder, seen: field.value.join('、') },
          at: placeOf(fieldOf(subject, 'shareholders', index), testimony),
          confidence: sureness(sameness, read),
        };
      }
    }
  },
});

/** Shares are printed with two decimals: each may be off by half of the last place. */
const roundingOf = (members: readonly Shareholder[]): number => 0.005 * members.length + 1e-9;
