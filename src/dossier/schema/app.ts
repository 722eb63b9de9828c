import { z } from 'zod';
import { choice, day, field, text } from './field.ts';
import { feature } from './website.ts';

export const app = z.strictObject({
  name: field(text, ['应用名称', '名称', 'APP名称'], 'Name in the store.'),
  kind: field(
    choice({ app: ['APP', 'App', '应用'], 'mini-program': ['小程序'], 'quick-app': ['快应用'] }),
    ['类型'],
    'App, mini program or quick app.',
  ),
  platform: field(
    choice({
      android: ['安卓', 'Android'],
      ios: ['苹果', 'iOS'],
      harmony: ['鸿蒙', 'HarmonyOS'],
      wechat: '微信',
      alipay: '支付宝',
      douyin: '抖音',
      other: '其他',
    }).optional(),
    ['平台'],
    'Where it runs.',
  ),
  packageName: field(text.optional(), ['包名', 'BundleID', 'Bundle ID'], 'Package name or bundle id.'),
  publicKey: field(text.optional(), ['公钥'], 'Public key of the signing certificate.'),
  digest: field(
    text.optional(),
    ['签名摘要', 'MD5', '证书MD5', '证书SHA1'],
    'MD5 (Android) or SHA-1 (iOS) of the signing certificate, hex.',
  ),
  filingNumber: field(text.optional(), ['备案号'], 'Filing number, suffix A (app), X (mini program) or K (quick app).'),
  openedOn: field(day.optional(), ['上线日期'], 'Day on which it went live.'),
  reported: field(
    z.boolean().optional(),
    ['已填报', '列入年报'],
    'Whether it is part of this report; true when left out.',
  ),
  domains: field(z.array(text).optional(), ['域名'], 'Domains that it talks to.'),
  description: field(text.optional(), ['简介', '服务内容'], 'What it offers.'),
  features: field(z.array(feature).optional(), ['功能'], 'What users can do in it.'),
});
