import { z } from 'zod';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { findWording } from '../../../src/network/homepage.ts';
import { isFirm } from '../../reference/index.ts';
import { isRunning } from '../_home-page.ts';

export default defineRule({
  id: 'website/exaggerated-claims',
  since: '0.1.0',
  title: { 'zh-CN': '绝对化用语', en: 'superlative claims' },
  severity: 'error',
  tags: [],
  procedures: ['annual-report', 'filing'],
  subject: 'website',
  needs: [],
  uses: ['homepage'],
  basis: [{ kind: 'law', cite: '中华人民共和国广告法第九条第三项、第五十七条', asOf: '2026-11' }],
  options: z.strictObject({
    /** Words that are a name or a fact here, such as a product called 万能胶. */
    allowed: z.array(z.string()).default([]),
  }),
  messages: {
    forbidden: {
      'zh-CN': '{where}有广告法禁止的用语“{word}”：“{context}”。',
      en: '{where} uses "{word}", which the advertising law forbids: "{context}".',
      fix: { 'zh-CN': '去掉这个词，改为可以证明的事实。', en: 'Say what can be proved instead.' },
    },
    doubtful: {
      'zh-CN': '{where}有“{word}”：“{context}”。监管实践常把它当作绝对化用语，请人工判断。',
      en: '{where} says "{word}": "{context}"; authorities often take that for a forbidden superlative.',
      fix: {
        'zh-CN': '用来自夸的，改为可以证明的事实；是产品名等正当用法的，不必改。',
        en: 'Reword it if it praises yourself.',
      },
    },
  },
  *check({ subject, options, evidence: { homepage }, reference: { wording } }) {
    const { description = '' } = subject.value;
    const texts = [
      { text: description, where: { 'zh-CN': '网站简介', en: 'the description' }, at: fieldOf(subject, 'description') },
      ...(homepage.state === 'known'
        ? [
            {
              text: `${homepage.value.title ?? ''}\n${homepage.value.text}`,
              where: { 'zh-CN': '首页', en: 'the home page' },
              at: fieldOf(subject, 'url'),
            },
          ]
        : []),
    ];
    let found = false;
    for (const { text, where, at } of texts) {
      const claims = [...rightfulUses, ...options.allowed].reduce<string>(
        (rest, use) => rest.replaceAll(use, '　'),
        text,
      );
      const hits = isFirm(wording.superlatives) ? findWording(claims, wording.superlatives.value) : [];
      for (const { word, context } of hits) yield { messageId: 'forbidden', data: { where, word, context }, at };
      const others = isFirm(wording.superlativesInPractice)
        ? findWording(claims, wording.superlativesInPractice.value)
        : [];
      for (const { word, context } of others) {
        yield { messageId: 'doubtful', data: { where, word, context }, at, severity: 'warning', confidence: 'low' };
      }
      found ||= hits.length + others.length > 0;
    }
    if (found || !isRunning({ subject })) return;
    if (homepage.state === 'unknown') yield open(homepage.reason, homepage.detail);
    else if (homepage.value.drawnByScripts) yield open('inconclusive', homepage.value.url);
  },
});

/** Titles that an authority awards, parts of longer words, and what browsers are recommended for: nobody praises himself. */
const rightfulUses = [
  ...[
    '高新',
    '经济',
    '经开',
    '新区',
    '开发区',
    '非物质',
    '非遗',
    '重点',
    '实验',
    '工程',
    '示范',
    '科技',
    '园区',
    '奖',
    '标准',
    '媒体',
    '专精特新',
    '企业技术中心',
    '绿色',
    '农业',
    '自然保护',
    '森林',
    '风景',
    '湿地',
    '旅游',
    '文物',
    '出版',
    '教学',
    '精品',
    '一流',
    '学会',
    '期刊',
    '课程',
    '贫困',
    '职业',
    '安全',
    '服务业',
  ].map((next) => `国家级${next}`),
  '最高级别',
  '最高级人民',
  ...[
    '浏览',
    '显示',
    '体验',
    '效果',
    '实践',
    '答案',
    '评论',
    '分辨率',
    '男',
    '女',
    '导演',
    '影片',
    '新人',
    '球员',
    '阵容',
  ].map((next) => `最佳${next}`),
  '不唯一',
  '唯一标识',
  '唯一编号',
  '唯一的标识',
];
