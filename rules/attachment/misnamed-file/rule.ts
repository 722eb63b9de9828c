import path from 'node:path';
import { z } from 'zod';
import { kindName } from '../../../src/dossier/kind-name.ts';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { type FileNamePattern, fileNameFor, parseFileNamePattern, readFileName } from '../../../src/names/file-name.ts';
import { isFirm, type Reference } from '../../reference/index.ts';

const impossible = {
  'no-such-month': { 'zh-CN': '没有这个月份', en: 'there is no such month' },
  'no-such-day': { 'zh-CN': '这个月没有这一天', en: 'that month has no such day' },
  'two-digit-year': { 'zh-CN': '年份要写四位', en: 'the year needs four digits' },
  'year-out-of-range': { 'zh-CN': '年份不对', en: 'the year cannot be right' },
} as const;

/** What scanners, cameras and chat programs call a file. */
const deviceName =
  /^(?:scan|scanned|img|image|dsc|dscn|pic|photo|doc|mmexport|untitled|wechat|微信图片|微信截图|扫描(?:全能王|件|文件)?|新建|截图|图片|照片|未命名)[\s_\d()-]*$/iu;

const patternText = z.string().refine((text) => parseFileNamePattern(text).ok, {
  error: 'write 公司名, 内容 and 日期, each at most once, with + - _ or nothing between, such as 公司名+内容+日期',
});

export default defineRule({
  id: 'attachment/misnamed-file',
  since: '0.1.0',
  title: { 'zh-CN': '文件名不合要求', en: 'file not named as asked' },
  severity: 'error',
  tags: ['top7', 'offline'],
  procedures: ['annual-report', 'renewal'],
  subject: 'attachment',
  needs: [],
  basis: [{ kind: 'practice', cite: '《ICP许可证年报通关全攻略》第三步：命名“公司名+内容+日期”', asOf: '2026-11' }],
  options: z.strictObject({
    /** What files must be called, such as 公司名+内容+日期 or {company}_{content}_{date}. */
    pattern: patternText.optional(),
  }),
  messages: {
    unstructured: {
      'zh-CN': '“{file}”看不出是哪家公司、哪一天的材料，文件名应是“{pattern}”。',
      en: '"{file}" tells neither company nor date; files are named "{pattern}".',
      fix: renamed(),
    },
    'other-company': {
      'zh-CN': '文件名写的是“{written}”，不是“{expected}”。',
      en: 'the file name says "{written}", not "{expected}".',
      fix: {
        'zh-CN': '先打开核对：放错了别家的材料就换掉；只是名字写错，改为“{suggestion}”。',
        en: 'Open it first: replace a document of another company; if only the name is wrong, rename it to "{suggestion}".',
      },
    },
    'abbreviated-company': {
      'zh-CN': '文件名里的“{written}”不是公司全称“{expected}”。',
      en: 'the file name says "{written}" instead of the full name "{expected}".',
      fix: renamed(),
    },
    'missing-company': {
      'zh-CN': '“{file}”缺公司名，文件名应是“{pattern}”。',
      en: '"{file}" lacks the name of the company; files are named "{pattern}".',
      fix: renamed(),
    },
    'missing-content': {
      'zh-CN': '“{file}”没写是什么材料，文件名应是“{pattern}”。',
      en: '"{file}" does not say which document it is; files are named "{pattern}".',
      fix: renamed(),
    },
    'missing-date': {
      'zh-CN': '“{file}”缺日期，文件名应是“{pattern}”。',
      en: '"{file}" lacks a date; files are named "{pattern}".',
      fix: renamed(),
    },
    'impossible-date': {
      'zh-CN': '“{file}”里的日期“{written}”不存在：{reason}。',
      en: 'the date "{written}" in "{file}" is impossible: {reason}.',
      fix: {
        'zh-CN': '对照文件内容写对日期，写成 8 位，如 20260108。',
        en: 'Take the date from the document and write it with 8 digits, such as 20260108.',
      },
    },
    'wrong-form': {
      'zh-CN': '“{file}”的顺序或连接符与“{pattern}”不同。',
      en: 'order or separators of "{file}" differ from "{pattern}".',
      fix: renamed(),
    },
    'copy-mark': {
      'zh-CN': '“{file}”带着“{mark}”，像是重复保存的副本。',
      en: '"{file}" carries "{mark}", as copies do.',
      fix: {
        'zh-CN': '确认留下的是最新一份，删去多余的，再改名为“{suggestion}”。',
        en: 'Make sure that the newest one is kept, delete the others and rename it to "{suggestion}".',
      },
    },
  },
  *check({ subject, dossier, options, reference }) {
    const pattern = patternOf(options.pattern, reference);
    if (pattern === null) return yield open('not-supplied', 'rules/reference/portals.yaml');
    const { company } = dossier;
    const file = path.posix.basename(subject.value.file.replaceAll('\\', '/'));
    const names = [company.name, ...(company.englishName === undefined ? [] : [company.englishName])];
    const read = readFileName(file, names);
    const asks = (part: FileNamePattern['parts'][number]) => pattern.parts.includes(part);

    const day = read.date.kind === 'date' ? read.date.iso : (subject.value.date ?? '日期');
    const isUnnamed = read.content === '' || deviceName.test(read.content);
    const content = isUnnamed ? kindName(subject.value.kind)['zh-CN'] : read.content;
    const suggestion = fileNameFor(pattern, { company: company.name, content, date: day }, read.extension);
    const data = { file, pattern: pattern.text, suggestion };
    const at = fieldOf(subject, 'file');
    const expected = company.name;

    const lacksCompany = asks('company') && read.company.kind === 'missing';
    const lacksDate = asks('date') && read.date.kind === 'missing';
    if (lacksCompany && lacksDate) return yield { messageId: 'unstructured', data, at };

    const others: ('missing-company' | 'missing-content' | 'missing-date')[] = [];
    if (lacksCompany) others.push('missing-company');
    if (asks('content') && isUnnamed) others.push('missing-content');
    if (lacksDate) others.push('missing-date');
    for (const messageId of others) yield { messageId, data, at };

    if (asks('company') && read.company.kind === 'other') {
      const written = read.company.text;
      const finding = { data: { written, expected, suggestion }, at, compared: { seen: written, expected } };
      yield { messageId: 'other-company', ...finding };
    }
    if (asks('company') && read.company.kind === 'abbreviated') {
      const data = { written: read.company.text, expected, suggestion };
      yield { messageId: 'abbreviated-company', data, at, severity: 'warning' };
    }
    if (asks('date') && read.date.kind === 'impossible') {
      const { text: written, reason } = read.date;
      yield { messageId: 'impossible-date', data: { file, written, reason: impossible[reason] }, at };
    }
    const wanted = pattern.parts.filter((part) => read.order.includes(part));
    const inOrder = wanted.join() === read.order.filter((part) => wanted.includes(part)).join();
    const { separator } = pattern;
    if (!inOrder || (separator !== 'any' && read.separators.some((each) => each !== separator)))
      yield { messageId: 'wrong-form', data, at, severity: 'warning' };
    if (read.copyMark !== '') {
      yield { messageId: 'copy-mark', data: { file, mark: read.copyMark, suggestion }, at, severity: 'warning' };
    }
  },
});

/** The pattern that is asked for; null when nobody has confirmed one. */
function patternOf(configured: string | undefined, { portals }: Reference): FileNamePattern | null {
  const text = configured ?? (isFirm(portals.fileNames) ? portals.fileNames.value.pattern : undefined);
  const parsed = text === undefined ? undefined : parseFileNamePattern(text);
  return parsed?.ok === true ? parsed.value : null;
}

function renamed() {
  return {
    'zh-CN': '改名为“{suggestion}”，dossier.yaml 里一起改。',
    en: 'Rename it to "{suggestion}", in dossier.yaml too.',
  } as const;
}
