import { z } from 'zod';
import { choice, day, field, text } from './field.ts';

export const domain = z.strictObject({
  name: field(text, ['域名', '名称'], 'The domain, in Chinese or punycode, without http:// and path.'),
  registrant: field(text.optional(), ['注册人', '域名所有者', '持有者'], 'Holder, as on the domain certificate.'),
  registrar: field(text.optional(), ['注册商', '注册服务机构'], 'Registrar.'),
  registeredOn: field(day.optional(), ['注册日期', '注册时间'], 'Day of registration.'),
  expiresOn: field(day.optional(), ['到期日期', '到期时间'], 'Last day of the registration.'),
  realNameVerifiedOn: field(
    day.optional(),
    ['实名认证日期', '实名认证时间'],
    'Day on which real-name verification passed.',
  ),
  use: field(
    choice({ 'in-use': '使用中', parked: '未使用', redirect: '跳转' }).optional(),
    ['使用情况', '用途'],
    'Whether a service runs on it; in-use when left out.',
  ),
  addedOn: field(day.optional(), ['启用日期'], 'Day from which it was used.'),
});
