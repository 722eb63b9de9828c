import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { announcesFor, parseProviders, placeOf, sameProvider } from '../../src/network/providers.ts';

const directory = parseProviders(
  readFileSync(join(import.meta.dirname, '../../rules/reference/networks.yaml'), 'utf8'),
);

const network = (asn: number | null, country: string | null = 'CN', operator = '') => ({ asn, operator, country });
const provider = (name: string) => {
  const found = directory.byName(name);
  if (!found) throw new Error(`no provider ${name}`);
  return found;
};

describe('the reference', () => {
  it('gives every AS number, name, prefix and CDN suffix to one provider only', () => {
    const all = directory.providers.flatMap((one) => [
      ...new Set([...one.mainland, ...one.abroad, ...one.unplaced].map((asn) => `AS${asn}`)),
      ...one.cdn,
      ...new Set([one.name, ...one.legalNames, ...one.names].map((name) => name.toLowerCase())),
    ]);
    expect(all.filter((value, index) => all.indexOf(value) !== index)).toEqual([]);
    for (const one of directory.providers)
      for (const name of [one.name, ...one.legalNames, ...one.names])
        expect(directory.byName(name)?.id, name).toBe(one.id);
  });
});

describe('names of providers', () => {
  it.each([
    ['阿里云', '阿里云计算有限公司'],
    ['腾讯云计算（北京）有限责任公司', '腾讯云计算(北京)有限责任公司'],
    ['腾讯云', '腾讯云计算 ( 北京 ) 有限责任公司'],
    ['华为云', '华为软件技术有限公司'],
    ['天翼云', '中国电信股份有限公司北京分公司'],
    ['电信', '中国电信'],
    ['移动云', '中国移动通信集团广东有限公司'],
    ['联通', '中国联合网络通信有限公司上海市分公司'],
    ['百度智能云', '北京百度网讯科技有限公司'],
    ['ucloud', '优刻得科技股份有限公司'],
    ['某某机房有限公司', ' 某某机房有限公司 '],
    ['某某（北京）机房有限公司', '某某(北京)机房有限公司'],
  ])('%s is %s', (a, b) => {
    expect(sameProvider(directory, a, b)).toBe(true);
  });

  it.each([
    ['阿里云', '腾讯云'],
    ['电信', '北京电信通电信工程有限公司'],
    ['阿里云计算有限公司', '北京阿里云代理服务有限公司'],
    ['阿里云', '某某机房有限公司'],
    ['某某机房有限公司', '别家机房有限公司'],
  ])('%s is not %s', (a, b) => {
    expect(sameProvider(directory, a, b)).toBe(false);
  });
});

describe('the network that announces an address', () => {
  it.each([
    [network(37963), '阿里云', 'same'],
    [network(37963), '腾讯云', 'different'],
    [network(37963), '中国电信', 'different'],
    [network(4134), '阿里云', 'inconclusive'],
    [network(4134), '天翼云', 'same'],
    [network(999_999, 'CN', 'China Telecom'), '中国电信', 'same'],
    [network(999_999, 'CN', 'CHINANET Guangdong province network'), '阿里云', 'inconclusive'],
    [network(13335, 'US'), '阿里云', 'inconclusive'],
    [network(999_999), '阿里云', 'inconclusive'],
    [network(null), '阿里云', 'inconclusive'],
  ] as const)('%j and a contract with %s: %s', (announced, name, expected) => {
    expect(announcesFor(directory, announced, provider(name))).toBe(expected);
  });
});

describe('where a server stands', () => {
  it.each([
    [network(37963, 'CN'), 'mainland', 'high'],
    [network(37963, 'SG'), 'mainland', 'medium'],
    [network(132203, 'HK'), 'hong-kong', 'high'],
    [network(45102, 'US'), 'abroad', 'high'],
    [network(45102, 'CN'), 'abroad', 'low'],
    [network(45102, null), 'abroad', 'medium'],
    [network(999_999, 'CN'), 'mainland', 'medium'],
    [network(999_999, 'MO'), 'macao', 'medium'],
    [network(999_999, 'TW'), 'taiwan', 'medium'],
    [network(55967, 'HK'), 'hong-kong', 'medium'],
    [network(null, 'US'), 'abroad', 'medium'],
    [network(null, null), 'unknown', 'low'],
  ] as const)('%j: %s, %s', (announced, place, confidence) => {
    expect(placeOf(directory, announced)).toEqual({ place, confidence });
  });
});

describe('CDN host names', () => {
  it.each([
    ['www.example.cn.w.kunlunaq.com', 'aliyun'],
    ['www.example.cn.cdn.dnsv1.com.', 'tencent-cloud'],
    ['WWW.example.cn.wscdns.com', 'wangsu'],
    ['notkunlunaq.com', undefined],
    ['www.example.cn', undefined],
  ])('%s belongs to %s', (host, id) => {
    expect(directory.byCdnHost(host)?.id).toBe(id);
  });
});
