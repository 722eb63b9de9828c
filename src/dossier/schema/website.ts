import { z } from 'zod';
import { choice, day, field, text } from './field.ts';

export const serviceFeatures = {
  'live-streaming': ['直播', '网络直播'],
  'live-show': ['秀场直播', '表演直播', '游戏直播'],
  'live-selling': ['直播带货', '电商直播'],
  'audio-visual': ['视听节目', '视频', '短视频'],
  search: ['搜索', '信息搜索'],
  community: ['社区', '论坛', '评论'],
  messaging: ['即时通讯', '即时消息', '聊天'],
  'app-store': ['应用商店', '应用分发'],
  publishing: ['信息发布', '资讯'],
  'third-party-trading': ['第三方交易', '撮合交易', '平台交易'],
  'own-sales': ['自营销售', '自营'],
  advertising: ['广告'],
  'algorithm-recommendation': ['算法推荐', '个性化推荐'],
  news: ['新闻', '时政新闻'],
  'online-publishing': ['网络出版', '出版'],
  drugs: ['药品', '医疗器械', '药品和医疗器械'],
  culture: ['网络文化', '文化', '网络音乐', '网络动漫'],
  games: ['游戏', '网络游戏'],
  'ride-hailing': '网约车',
  'internet-finance': ['互联网金融', '金融'],
  education: ['教育', '校外培训'],
  'medical-care': ['医疗保健', '互联网医疗'],
  'user-charges': ['收费', '会员收费', '付费'],
} as const;

export const feature = choice(serviceFeatures);

export const website = z.strictObject({
  name: field(text, ['网站名称', '名称'], 'Name of the site, as filed or to be filed.'),
  url: field(text, ['网址', '首页网址', '首页'], 'Address of the home page.'),
  domains: field(z.array(text).optional(), ['域名'], 'Domains that lead to the site.'),
  state: field(
    choice({ new: ['新增', '新办', '未开通'], running: ['已开通', '运行中', '已备案'] }).optional(),
    ['状态'],
    'Whether it is open already; running when left out.',
  ),
  filingNumber: field(
    text.optional(),
    ['备案号', 'ICP备案号', '网站备案号'],
    'Filing number of the site, such as 浙ICP备2021000001号-1.',
  ),
  policeNumber: field(text.optional(), ['公安备案号', '公安联网备案号'], 'Number of the public-security filing.'),
  openedOn: field(day.optional(), ['开通日期', '上线日期'], 'Day on which it went live.'),
  description: field(text.optional(), ['网站简介', '服务内容', '简介'], 'What the site offers, in a sentence or two.'),
  features: field(z.array(feature).optional(), ['功能', '服务功能'], 'What users can do there.'),
  homePage: field(text.optional(), ['首页存档'], 'Path of a saved home page (.html) in the dossier.'),
  preApprovals: field(z.array(text).optional(), ['前置审批'], 'Pre-approval permits that it rests on.'),
});
