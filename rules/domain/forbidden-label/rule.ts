import { z } from 'zod';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule } from '../../../src/engine/rule.ts';
import { unicodeDomain } from '../../../src/network/domain-name.ts';
import { registrableDomain } from '../../../src/portfolio/portfolio-index.ts';
import { isFirm } from '../../reference/index.ts';

export default defineRule({
  id: 'domain/forbidden-label',
  since: '0.1.0',
  title: { 'zh-CN': '域名含国家类字样', en: 'domain uses the name of the state' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['filing'],
  subject: 'domain',
  needs: [],
  basis: [
    {
      kind: 'law',
      cite: '互联网域名管理办法（工信部令第43号）第二十八条：域名不得含有九类内容（没有逐字列出国家名称）',
      asOf: '2026-11',
    },
    {
      kind: 'provider',
      cite: '新网“常见域名命名审核举例”：非相关单位的域名含中国、china、chn、sino、国家、全国的，审核不通过',
      asOf: '2026-11',
    },
    { kind: 'provider', cite: '腾讯云备案文档“各省管局要求”：北京的域名前缀不得含中国、国家', asOf: '2026-11' },
  ],
  options: z.strictObject({}),
  messages: {
    forbidden: {
      'zh-CN': '域名 {domain} 含“{word}”，公司名称里没有对应字样，名称审核通常不通过。',
      en: 'the domain {domain} holds "{word}", which the company’s name does not justify; the name check usually refuses it.',
      fix: {
        'zh-CN': '换用不含国家类字样的域名；确有主管部门批准或商标的，附上证明再提交。',
        en: 'Use another domain; if an authority’s approval or a trademark covers the word, attach the proof.',
      },
    },
  },
  *check({ subject, dossier, reference: { wording } }) {
    const { name } = subject.value;
    const { forbiddenDomainLabels: words } = wording;
    if (!isFirm(words)) return;
    const label = unicodeDomain(registrableDomain(name)).split('.')[0] ?? '';
    const company = `${dossier.company.name} ${dossier.company.englishName ?? ''}`.toLowerCase();
    const word = words.value.find((each) => holds(label.toLowerCase(), each.toLowerCase()));
    if (word === undefined || company.includes(word.toLowerCase()) || ofTheState.test(company)) return;
    // Letters that happen to stand in a longer word say less than Chinese characters do.
    const certain = /\p{Script=Han}/u.test(word) || label.toLowerCase() === word.toLowerCase();
    yield {
      messageId: 'forbidden',
      data: { domain: name, word },
      at: fieldOf(subject, 'name'),
      confidence: certain ? 'high' : 'low',
    };
  },
});

/** Names that an authority has approved to hold the state's own, which their domains may then say in any language. */
const ofTheState = /中国|中华|国家|全国/u;

/** A Latin word counts only at an end of a part of the label, a short one only alone: `machinalab` and `techno` are no China. */
function holds(label: string, word: string): boolean {
  if (/\p{Script=Han}/u.test(word)) return label.includes(word);
  const parts = label.split(/[-\d]+/u);
  return parts.some((part) => part === word || (word.length > 4 && (part.startsWith(word) || part.endsWith(word))));
}
