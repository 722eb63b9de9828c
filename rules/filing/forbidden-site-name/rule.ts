import { z } from 'zod';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule } from '../../../src/engine/rule.ts';
import { isFirm } from '../../reference/index.ts';

export default defineRule({
  id: 'filing/forbidden-site-name',
  since: '0.1.0',
  title: { 'zh-CN': '网站名称含不许用的字样', en: 'site name with forbidden words' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['filing'],
  subject: 'website',
  needs: [],
  basis: [
    {
      kind: 'provider',
      cite: '腾讯云、华为云备案驳回原因：非国家级单位不得用国字头，不得含敏感词和特殊符号',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    state: {
      'zh-CN': '网站名称“{name}”含“{word}”，非国家级单位不得使用。',
      en: 'the site name "{name}" holds "{word}", which only state bodies may use.',
      fix: {
        'zh-CN': '去掉这个字样；确有批准文件或商标的，附上证明。',
        en: 'Drop the word, or attach the approval or trademark.',
      },
    },
    sensitive: {
      'zh-CN': '网站名称“{name}”含敏感词“{word}”，会被驳回。',
      en: 'the site name "{name}" holds the sensitive word "{word}" and will be refused.',
      fix: { 'zh-CN': '换一个名称。', en: 'Choose another name.' },
    },
    provincial: {
      'zh-CN': '网站名称“{name}”含“{word}”，{province}一般不予通过。',
      en: 'the site name "{name}" holds "{word}", which {province} usually refuses.',
      fix: {
        'zh-CN': '换一个名称；确需使用的，先问省通信管理局。',
        en: 'Choose another name, or ask the authority first.',
      },
    },
    marks: {
      'zh-CN': '网站名称“{name}”含符号“{marks}”，只能用汉字、字母、数字和括号。',
      en: 'the site name "{name}" holds the marks "{marks}"; only characters, letters, digits and brackets may be used.',
      fix: { 'zh-CN': '去掉符号。', en: 'Drop the marks.' },
    },
  },
  *check({ subject, dossier, reference: { wording } }) {
    const { name } = subject.value;
    const at = fieldOf(subject, 'name');
    const { stateNames, sensitiveSiteNames } = wording;
    const state = isFirm(stateNames)
      ? stateNames.value.find((word) => name.includes(word) && !dossier.company.name.includes(word))
      : undefined;
    if (state !== undefined) {
      const confidence = name.startsWith(state) ? ('high' as const) : ('low' as const);
      yield { messageId: 'state', data: { name, word: state }, at, confidence };
    }
    const sensitive = isFirm(sensitiveSiteNames)
      ? sensitiveSiteNames.value.find((word) => name.includes(word))
      : undefined;
    if (sensitive !== undefined) yield { messageId: 'sensitive', data: { name, word: sensitive }, at };
    const { province } = dossier;
    const own = wording.provincialSiteNames[province];
    const provincial = own !== undefined && isFirm(own) ? own.value.find((word) => name.includes(word)) : undefined;
    if (provincial !== undefined) yield { messageId: 'provincial', data: { name, word: provincial, province }, at };
    const marks = name.normalize('NFKC').match(/[^\p{L}\p{N}()\s]/gu) ?? [];
    if (marks.length > 0) yield { messageId: 'marks', data: { name, marks: [...new Set(marks)].join('') }, at };
  },
});
