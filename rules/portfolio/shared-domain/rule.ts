import { z } from 'zod';
import { defineRule } from '../../../src/engine/rule.ts';
import { registrableDomain, usccKey } from '../../../src/portfolio/portfolio-index.ts';

export default defineRule({
  id: 'portfolio/shared-domain',
  since: '0.1.0',
  title: { 'zh-CN': '多家公司填报同一域名', en: 'one domain declared by several companies' },
  severity: 'error',
  tags: ['top7', 'offline'],
  procedures: ['annual-report', 'filing'],
  subject: 'portfolio',
  needs: [],
  basis: [
    {
      kind: 'practice',
      cite: '《ICP许可证年报通关全攻略》高频踩坑第7条：集团子公司共用同一域名，“域名冲突”全部退回',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    shared: {
      'zh-CN': '域名 {domain}{declared}也出现在别家的材料里：{companies}。二级域名不同，也算同一个域名。',
      en: 'the domain {domain}{declared} is also in the dossier of: {companies}. Different subdomains are still one domain.',
      fix: {
        'zh-CN':
          '先按域名证书确定归哪家公司，只由它填报；其他公司改用自己名下的域名，确实没有在用的从材料中删去，再一起提交。',
        en: 'Settle by the domain certificate which company holds it; only that one declares it. The others use domains of their own, or take it out if they do not use it, before all are submitted.',
      },
    },
  },
  appliesTo: ({ subject }) => subject.value.index.members.length > 1,
  *check({ subject, dossier }) {
    const { path, index } = subject.value;
    const declared = [
      ...(dossier.domains ?? []).map(({ name }, position) => ({ name, at: ['domains', position, 'name'] })),
      ...(dossier.websites ?? []).flatMap(({ url, domains = [] }, position) => [
        { name: url, at: ['websites', position, 'url'] },
        ...domains.map((name, item) => ({ name, at: ['websites', position, 'domains', item] })),
      ]),
    ];
    const said = new Set<string>();
    for (const { name, at } of declared) {
      const domain = registrableDomain(name);
      if (said.has(domain)) continue;
      said.add(domain);
      // Two dossiers of one company (its report and its filing) may well share its domain.
      const others = (index.byDomain.get(domain) ?? []).filter(
        (member) => member.path !== path && usccKey(member.uscc) !== usccKey(dossier.company.uscc),
      );
      if (others.length === 0) continue;
      const named = (joint: string, wrap: (company: string, where: string) => string) =>
        others.map(({ company, path: where }) => wrap(company, where)).join(joint);
      yield {
        messageId: 'shared',
        data: {
          domain,
          declared:
            name === domain
              ? { 'zh-CN': ' ', en: '' }
              : { 'zh-CN': `（本公司填的是 ${name}）`, en: ` (declared here as ${name})` },
          companies: {
            'zh-CN': named('、', (company, where) => `${company}（${where}）`),
            en: named(', ', (company, where) => `${company} (${where})`),
          },
        },
        at: { path: at },
      };
    }
  },
});
