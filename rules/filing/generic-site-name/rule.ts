import { z } from 'zod';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule } from '../../../src/engine/rule.ts';
import { foldName } from '../../../src/names/fold.ts';
import { isFirm } from '../../reference/index.ts';

export default defineRule({
  id: 'filing/generic-site-name',
  since: '0.1.0',
  title: { 'zh-CN': '网站名称太笼统', en: 'site name says nothing' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['filing'],
  subject: 'website',
  needs: [],
  basis: [
    {
      kind: 'provider',
      cite: '腾讯云备案常见驳回原因：网站名称三个汉字以上，不得为域名、纯数字或纯字母',
      asOf: '2026-11',
    },
    { kind: 'practice', cite: 'ICP 备案文章：网站名称不得为“网站”“首页”', asOf: '2026-11' },
  ],
  options: z.strictObject({}),
  messages: {
    generic: {
      'zh-CN': '网站名称“{name}”是通称，看不出是什么网站。',
      en: 'the site name "{name}" fits any site; it should say what this one is.',
      fix: { 'zh-CN': '改用能说明内容的名称，例如公司简称加业务。', en: 'Use a name that tells what it is about.' },
    },
    'no-chinese': {
      'zh-CN': '网站名称“{name}”只有字母、数字或域名，应当用中文名称。',
      en: 'the site name "{name}" is a domain, or letters and digits only; it should be Chinese.',
      fix: { 'zh-CN': '改用三个汉字以上的中文名称。', en: 'Use a name of three Chinese characters or more.' },
    },
    short: {
      'zh-CN': '网站名称“{name}”只有 {count} 个汉字，应当有 {least} 个以上。',
      en: 'the site name "{name}" has {count} Chinese characters; {least} are needed.',
      fix: { 'zh-CN': '补成完整的名称，例如公司简称加业务。', en: 'Use a fuller name.' },
    },
  },
  *check({ subject, reference: { wording, thresholds } }) {
    const { name } = subject.value;
    const at = fieldOf(subject, 'name');
    const { genericSiteNames } = wording;
    if (isFirm(genericSiteNames) && genericSiteNames.value.some((each) => foldName(each) === foldName(name))) {
      return yield { messageId: 'generic', data: { name }, at };
    }
    const count = name.match(/\p{Script=Han}/gu)?.length ?? 0;
    if (count === 0) return yield { messageId: 'no-chinese', data: { name }, at };
    const least = thresholds.siteNameMinimumHan;
    if (isFirm(least) && count < least.value) {
      yield { messageId: 'short', data: { name, count, least: least.value }, at };
    }
  },
});
