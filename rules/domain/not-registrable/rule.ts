import { z } from 'zod';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule } from '../../../src/engine/rule.ts';
import { registrableDomain } from '../../../src/portfolio/portfolio-index.ts';

export default defineRule({
  id: 'domain/not-registrable',
  since: '0.1.0',
  title: { 'zh-CN': '填了子域名', en: 'subdomain instead of the registrable domain' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['filing', 'annual-report'],
  subject: 'domain',
  needs: [],
  basis: [
    {
      kind: 'provider',
      cite: '腾讯云、华为云备案域名要求：只备案可注册的域名，子域名随之生效（.gov.cn 除外）',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    subdomain: {
      'zh-CN': '填的是子域名 {declared}，应填可注册的域名 {domain}。',
      en: 'the subdomain {declared} is declared; declare the registrable domain {domain}.',
      fix: {
        'zh-CN': '把“域名”改为 {domain}；子域名写在网站的网址里即可。',
        en: 'Declare {domain}; the subdomain belongs into the address of the website.',
      },
    },
    'not-a-domain': {
      'zh-CN': '“{declared}”不是域名（不要带 http://、路径或端口）。',
      en: '"{declared}" is no domain; leave out http://, path and port.',
      fix: { 'zh-CN': '只写域名本身，例如 example.cn。', en: 'Write the domain alone, such as example.cn.' },
    },
  },
  *check({ subject }) {
    const declared = subject.value.name.trim().toLowerCase();
    const at = fieldOf(subject, 'name');
    if (/[/:\s@]/u.test(declared) || !declared.includes('.'))
      return yield { messageId: 'not-a-domain', data: { declared }, at };
    const domain = registrableDomain(declared);
    if (domain === declared || declared.endsWith('.gov.cn')) return;
    yield { messageId: 'subdomain', data: { declared, domain }, at };
  },
});
