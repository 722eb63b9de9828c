import { z } from 'zod';
import { choice, day, field, text } from './field.ts';

export const personRoles = {
  'legal-representative': ['法定代表人', '法人'],
  'subject-officer': ['主体负责人', '主办单位负责人'],
  'site-officer': ['网站负责人', '互联网信息服务负责人'],
  'security-officer': ['信息安全责任人', '网络与信息安全责任人', '安全责任人'],
  'security-deputy': ['信息安全副责任人', '安全责任人替补', '安全副责任人'],
  'emergency-contact': ['应急联系人'],
  contact: ['联系人', '经办人', '公司联系人'],
  technician: ['技术负责人', '技术人员'],
  manager: ['高级管理人员', '高管', '经理'],
} as const;

export const person = z.strictObject({
  name: field(text, ['姓名', '名字'], 'Name, as on the identity card.'),
  roles: field(z.array(choice(personRoles)).min(1), ['职务', '角色', '身份'], 'One role or several.'),
  idKind: field(
    choice({
      'resident-id': ['居民身份证', '身份证'],
      'hong-kong-macao-permit': '港澳居民来往内地通行证',
      'taiwan-permit': '台湾居民来往大陆通行证',
      'residence-permit': '港澳台居民居住证',
      passport: '护照',
    }).optional(),
    ['证件类型'],
    'Kind of identity document; resident-id when left out.',
  ),
  idNumber: field(text.optional(), ['证件号码', '身份证号', '身份证号码'], 'Number of the identity document.'),
  idValidTo: field(
    z.union([day, z.literal('long-term'), z.literal('长期')]).optional(),
    ['证件有效期至'],
    'Last day of the identity document, or 长期.',
  ),
  mobile: field(text.optional(), ['手机', '手机号', '手机号码', '移动电话'], 'Mobile number, mainland China.'),
  phone: field(text.optional(), ['固定电话', '办公电话', '座机'], 'Landline.'),
  email: field(text.optional(), ['邮箱', '电子邮箱'], 'Mail address.'),
  nationality: field(text.optional(), ['国籍'], 'Nationality; 中国 when left out.'),
  authorised: field(z.boolean().optional(), ['已授权'], 'Holds a written authorisation by the legal representative.'),
});
