import { expect, it } from 'vitest';
import { registrableDomain } from '../../src/portfolio/portfolio-index.ts';

it.each([
  ['qinghe-example.cn', 'qinghe-example.cn'],
  [' WWW.QingHe-Example.CN ', 'qinghe-example.cn'],
  ['https://shop.qinghe-example.com.cn:8443/a?b=c', 'qinghe-example.com.cn'],
  ['shop.qinghe-example.com.cn/index.html', 'qinghe-example.com.cn'],
  ['www.示例青禾.中国', '示例青禾.中国'],
  ['xn--fsq092hmla509g.xn--fiqs8s', '示例青禾.中国'],
  ['com.cn', 'com.cn'],
  ['http://115.231.230.1/', 'http://115.231.230.1/'],
])('%s was registered as %s', (written, domain) => {
  expect(registrableDomain(written)).toBe(domain);
});
