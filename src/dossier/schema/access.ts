import { z } from 'zod';
import { choice, count, day, field, text } from './field.ts';

const server = z.strictObject({
  ip: field(text, ['IP', 'IP地址', '地址'], 'IPv4 or IPv6 address.'),
  location: field(text.optional(), ['机房', '位置', '存放地'], 'Where the machine stands.'),
  province: field(text.optional(), ['省份'], 'Province where the machine stands.'),
});

export const access = z.strictObject({
  provider: field(text, ['接入商', '接入服务提供者', '接入商名称'], 'Access provider, as it is declared.'),
  mode: field(
    choice({
      cloud: ['云服务器', '云主机', '公有云'],
      hosting: ['服务器托管', '托管', '租用'],
      'self-hosted': ['自建机房', '本地机房', '自建'],
    }).optional(),
    ['接入方式'],
    'How the servers are connected.',
  ),
  servers: field(z.array(server).optional(), ['服务器'], 'Servers and their addresses.'),
  domains: field(z.array(text).optional(), ['域名'], 'Domains served from here; all of the dossier when left out.'),
  agreement: field(
    z
      .strictObject({
        partyA: field(text.optional(), ['甲方', '客户'], 'Customer named in the agreement.'),
        partyB: field(text.optional(), ['乙方', '服务商'], 'Provider named in the agreement.'),
        signedOn: field(day.optional(), ['签订日期'], 'Day of signing.'),
        startsOn: field(day.optional(), ['开始日期', '起始日期'], 'First day covered.'),
        endsOn: field(day.optional(), ['结束日期', '终止日期', '到期日期'], 'Last day covered.'),
      })
      .optional(),
    ['接入协议', '协议'],
    'The access or hosting agreement.',
  ),
  providerLicence: field(
    z
      .strictObject({
        number: field(text.optional(), ['许可证编号', '编号'], "The provider's licence number."),
        validTo: field(day.optional(), ['有效期至'], 'Last day of validity.'),
        services: field(z.array(text).optional(), ['业务种类'], 'Kinds of business on it, such as 互联网数据中心业务.'),
        coverage: field(z.array(text).optional(), ['覆盖范围', '业务覆盖'], 'Provinces covered, or 全国.'),
      })
      .optional(),
    ['接入商许可证'],
    "The provider's own telecom licence.",
  ),
  filingQuota: field(count.optional(), ['备案配额', '可备案数'], 'How many filings the server may carry.'),
  filingsUsed: field(count.optional(), ['已用配额', '已备案数'], 'How many filings it carries already.'),
});
