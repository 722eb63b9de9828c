import { z } from 'zod';
import { choice, count, day, field, text } from './field.ts';

export const requestKinds = {
  first: ['首次备案'],
  'new-site': ['新增网站', '新增服务'],
  'new-access': ['新增接入', '接入备案'],
  change: ['变更备案', '备案变更'],
  cancel: ['注销备案'],
} as const;

/** What is, or is to be, filed with the provincial authority. */
export const filing = z.strictObject({
  number: field(text.optional(), ['主体备案号', '备案号'], "The subject's filing number, if it has one."),
  province: field(text.optional(), ['备案省份', '省份'], 'Province that the filing is made in.'),
  requests: field(
    z.array(choice(requestKinds)).optional(),
    ['申请类型', '备案类型'],
    'What is asked for; several at once are written as a list.',
  ),
  existingSubject: field(z.boolean().optional(), ['主体已备案'], 'Whether the company is a filed subject already.'),
  existingSite: field(z.boolean().optional(), ['网站已备案'], 'Whether the site is filed already.'),
  existingAccess: field(
    z.boolean().optional(),
    ['已有接入'],
    'Whether the site is filed at this access provider already.',
  ),
  orderInFlight: field(z.boolean().optional(), ['在途订单'], 'Whether another order of the subject is under review.'),
  submittedOn: field(day.optional(), ['提交日期'], 'Day of submission, when known.'),
  smsSentOn: field(day.optional(), ['短信核验日期'], 'Day on which the text message was sent.'),
  sitesFiled: field(count.optional(), ['已备案网站数'], 'Sites that the subject has filed already.'),
});

export const change = z.strictObject({
  kind: field(
    choice({
      'company-name': ['公司名称', '名称变更'],
      'legal-representative': ['法定代表人', '法人变更'],
      'registered-capital': ['注册资本', '资本变更'],
      address: ['住所', '地址变更'],
      shareholders: ['股东', '股权变更'],
      'merger-or-split': ['合并分立', '合并', '分立'],
      'service-scope': ['业务范围', '业务种类', '覆盖范围'],
      'service-item': ['服务项目'],
      domain: ['域名', '网站域名'],
      website: ['网站', '网址'],
      'access-provider': ['接入商'],
      uscc: ['统一社会信用代码'],
      'filing-number': ['备案号'],
      province: ['备案省份'],
      termination: ['停止经营', '终止业务'],
    }),
    ['变更事项', '事项', '类型'],
    'What changes.',
  ),
  from: field(text.optional(), ['变更前', '原'], 'Before.'),
  to: field(text.optional(), ['变更后', '新'], 'After.'),
  decidedOn: field(day.optional(), ['决定日期', '股东会决议日期'], 'Day of the company decision.'),
  registeredOn: field(day.optional(), ['工商变更日期', '登记日期'], 'Day on which the registry recorded it.'),
  effectiveOn: field(day.optional(), ['生效日期', '实施日期'], 'Day on which it takes or took effect.'),
  approvedOn: field(day.optional(), ['批准日期'], 'Day of the approval.'),
  submittedOn: field(
    day.optional(),
    ['提交日期', '申请日期'],
    'Day on which the change was submitted; today when left out.',
  ),
});
