import { z } from 'zod';
import { choice, day, field, text } from './field.ts';
import { feature } from './website.ts';

export const business = z.strictObject({
  categories: field(
    z.array(text).optional(),
    ['业务种类'],
    'Kinds of business reported or applied for, such as B25 or 信息服务业务（仅限互联网信息服务）.',
  ),
  items: field(
    z.array(text).optional(),
    ['服务项目', '业务类型'],
    'Service items that are ticked, such as 信息发布平台和递送服务.',
  ),
  coverage: field(
    choice({ provincial: ['省内', '地网'], national: ['跨地区', '全国', '全网'] }).optional(),
    ['许可覆盖', '申请范围'],
    'Whether the licence applied for covers one province or several; one when left out.',
  ),
  services: field(
    z
      .array(
        z.strictObject({
          name: field(text, ['名称', '服务名称'], 'Name of the service.'),
          description: field(text.optional(), ['说明', '简介', '服务内容'], 'What it does.'),
          features: field(z.array(feature).optional(), ['功能'], 'What users can do.'),
          openedOn: field(day.optional(), ['开通日期', '上线日期'], 'Day on which it began.'),
          algorithmFilingNumber: field(text.optional(), ['算法备案号'], 'Number of the algorithm filing, 网信算备…号.'),
        }),
      )
      .optional(),
    ['服务', '业务'],
    'The services as they really run.',
  ),
  preApprovals: field(
    z
      .array(
        z.strictObject({
          kind: field(
            choice({
              news: ['新闻', '互联网新闻信息服务许可证'],
              publishing: ['出版', '网络出版服务许可证'],
              drugs: ['药品和医疗器械', '互联网药品信息服务资格证书'],
              culture: ['文化', '网络文化经营许可证'],
              'live-performance': ['网络表演', '网络文化经营许可证（网络表演）'],
              'audio-visual': ['视听节目', '信息网络传播视听节目许可证'],
              'ride-hailing': ['网约车', '网络预约出租汽车经营许可证'],
              finance: ['金融', '互联网金融'],
              games: ['游戏版号', '游戏'],
              education: ['教育', '校外培训'],
              'medical-care': ['医疗保健'],
            }),
            ['种类', '类型'],
            'Which permit.',
          ),
          number: field(text.optional(), ['编号', '证号'], 'Number of the permit.'),
          validTo: field(day.optional(), ['有效期至'], 'Last day of validity.'),
          holder: field(text.optional(), ['持证单位'], 'Company named on it.'),
        }),
      )
      .optional(),
    ['前置审批', '前置审批项'],
    'Pre-approval permits that the company holds.',
  ),
  advertisingDeclared: field(
    z.boolean().optional(),
    ['是否含广告', '申报广告'],
    'Whether the report declares advertising.',
  ),
  charges: field(
    z.boolean().optional(),
    ['是否收费', '经营性'],
    'Whether users or others are charged for information services.',
  ),
});
