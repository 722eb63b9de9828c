import { z } from 'zod';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule } from '../../../src/engine/rule.ts';
import { parseFilingNumber } from '../../../src/identifiers/filing-number.ts';
import type { FiledService } from '../../../src/identifiers/service-suffix.ts';

export default defineRule({
  id: 'app/filing-number-invalid',
  since: '0.1.0',
  title: { 'zh-CN': '应用备案号有误', en: 'filing number of the app is wrong' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['filing', 'annual-report'],
  subject: 'app',
  needs: [],
  basis: [
    { kind: 'provider', cite: '华为云 App 备案：APP、小程序、快应用的备案号分别以 A、X、K 结尾', asOf: '2026-11' },
  ],
  options: z.strictObject({}),
  messages: {
    malformed: {
      'zh-CN': '应用“{app}”的备案号“{number}”写法不对，应当像“浙ICP备16025414号-2{letter}”。',
      en: 'the filing number "{number}" of "{app}" is not well formed; it should look like 浙ICP备16025414号-2{letter}.',
      fix: { 'zh-CN': '到 beian.miit.gov.cn 查询后照抄。', en: 'Look it up at beian.miit.gov.cn.' },
    },
    letter: {
      'zh-CN': '应用“{app}”的备案号“{number}”末尾应当是“-序号{letter}”，可能抄了网站或别的应用的号。',
      en: 'the filing number "{number}" of "{app}" should end in an index and {letter}; it may be another service’s.',
      fix: {
        'zh-CN': '到 beian.miit.gov.cn 按应用名称查询，改成以 {letter} 结尾的备案号。',
        en: 'Look the app up at beian.miit.gov.cn; its number ends in {letter}.',
      },
    },
    'another-subject': {
      'zh-CN': '应用“{app}”的备案号“{number}”与主体备案号“{subject}”不是同一个主体。',
      en: 'the filing number "{number}" of "{app}" is not of the subject "{subject}".',
      fix: {
        'zh-CN': '核对两个号码；应用备案在别家名下的，先办理变更主体或注销重备。',
        en: 'Compare both; an app filed by another company must be filed anew.',
      },
    },
  },
  *check({ subject, dossier, reference: { marks } }) {
    const { name: app, kind, filingNumber: number } = subject.value;
    if (number === undefined) return;
    const at = fieldOf(subject, 'filingNumber');
    const letter = letters[kind];
    const read = parseFilingNumber(number, marks);
    if (!read.ok) return yield { messageId: 'malformed', data: { app, number, letter }, at };
    if (read.value.service?.kind !== kind) yield { messageId: 'letter', data: { app, number, letter }, at };
    const own = dossier.filing?.number === undefined ? undefined : parseFilingNumber(dossier.filing.number, marks);
    if (own?.ok && own.value.subject !== read.value.subject) {
      yield { messageId: 'another-subject', data: { app, number, subject: own.value.subject }, at };
    }
  },
});

const letters = { app: 'A', 'mini-program': 'X', 'quick-app': 'K' } as const satisfies Readonly<
  Record<Exclude<FiledService, 'website'>, string>
>;
