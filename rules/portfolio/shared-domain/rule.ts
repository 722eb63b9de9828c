import { z } from 'zod';
import { defineRule } from '../../../src/engine/rule.ts';
import { registrableDomain } from '../../../src/portfolio/portfolio-index.ts';

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
      'zh-CN':
        '域名 {domain}（本公司填的是 {declared}）同时出现在另外 {count} 家公司的材料里：{companies}。一个注册域名只能归一家公司，二级域名也算。',
      en: 'the domain {domain} (declared here as {declared}) is also declared by {count} other company/companies: {companies}. A registrable domain belongs to one company, subdomains included.',
      fix: {
        'zh-CN':
          '先确定域名归哪家公司（以域名证书的注册人为准），只由它填报；其他公司改用自己名下的域名，或从材料中删去这个域名后再一起提交。',
        en: 'Settle which company holds it by the domain certificate; only that one declares it. The others use domains of their own or take it out before all are submitted.',
      },
    },
  },
  appliesTo: ({ subject }) => subject.value.index.members.length > 1,
  *check({ subject, dossier }) {
    const { path, index } = subject.value;
    const declared = [
      ...(dossier.domains ?? []).map(({ name }, position) => ({ name, at: ['domains', position, 'name'] })),
      ...(dossier.websites ?? []).map(({ url }, position) => ({ name: url, at: ['websites', position, 'url'] })),
    ];
    const said = new Set<string>();
    for (const { name, at } of declared) {
      const domain = registrableDomain(name);
      if (said.has(domain)) continue;
      said.add(domain);
      const others = (index.byDomain.get(domain) ?? []).filter(
        (member) => member.path !== path && member.uscc !== dossier.company.uscc,
      );
      if (others.length === 0) continue;
      yield {
        messageId: 'shared',
        data: {
          domain,
          declared: name,
          count: others.length,
          companies: others.map(({ company, path: where }) => `${company}（${where}）`).join('、'),
        },
        at: { path: at },
      };
    }
  },
});
