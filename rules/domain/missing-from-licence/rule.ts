import { z } from 'zod';
import type { Place } from '../../../src/dossier/place.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { registrableDomain } from '../../../src/portfolio/portfolio-index.ts';

export default defineRule({
  id: 'domain/missing-from-licence',
  since: '0.1.0',
  title: { 'zh-CN': '在用域名不在许可证上', en: 'domain in use but not on the licence' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report', 'renewal'],
  subject: 'licence',
  needs: [],
  basis: [
    {
      kind: 'law',
      cite: '互联网信息服务管理办法（国务院令第292号）第十一条：变更网站网址应提前 30 日办理变更手续',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    missing: {
      'zh-CN': '域名 {domain} 正在使用，许可证登记的域名里没有它（登记的是：{listed}）。',
      en: 'the domain {domain} is in use but not on the licence, which lists: {listed}.',
      fix: {
        'zh-CN': '先完成该域名的备案，再在系统里为许可证增加域名；停用的域名改“使用情况”为“未使用”，并办理注销。',
        en: 'File the domain, then have it added to the licence; mark a domain that is no longer used and have it removed.',
      },
    },
    dropped: {
      'zh-CN': '许可证登记了域名 {domain}，材料里却没有它。已停用或转让的要先办理许可证变更。',
      en: 'the licence lists the domain {domain}, which the dossier does not; if it was dropped or sold, change the licence first.',
      fix: {
        'zh-CN': '仍在使用的补填进“域名”；不用的办理许可证变更，删去该域名。',
        en: 'Declare it if it is still used; otherwise have it taken off the licence.',
      },
    },
  },
  // A licence that lists none leaves them to the filing.
  appliesTo: ({ subject }) => subject.value.domains?.length !== 0,
  *check({ subject, dossier }) {
    if (subject.value.domains === undefined) return yield open('not-supplied', 'licence.domains');
    const listed = subject.value.domains.map(registrableDomain);
    const isCovered = (name: string) => listed.includes(registrableDomain(name));
    const announced = (dossier.changes ?? []).some(({ kind }) => kind === 'domain' || kind === 'website');
    const used: { name: string; at: Place }[] = [
      ...(dossier.domains ?? []).flatMap(({ name, use }, index) =>
        use === 'parked' ? [] : [{ name, at: { path: ['domains', index, 'name'] } }],
      ),
      ...(dossier.websites ?? []).flatMap(({ url, state }, index) =>
        state === 'new' ? [] : [{ name: url, at: { path: ['websites', index, 'url'] } }],
      ),
    ];
    const said = new Set<string>();
    for (const { name, at } of used) {
      const domain = registrableDomain(name);
      if (isCovered(name) || said.has(domain) || announced) continue;
      said.add(domain);
      yield { messageId: 'missing', data: { domain, listed: listed.join('、') }, at };
    }
    const declared = new Set((dossier.domains ?? []).map(({ name }) => registrableDomain(name)));
    for (const [index, domain] of listed.entries()) {
      if (declared.has(domain) || announced) continue;
      yield {
        messageId: 'dropped',
        data: { domain },
        at: { path: [...subject.at.path, 'domains', index] },
        severity: 'warning',
      };
    }
  },
});
