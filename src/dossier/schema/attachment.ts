import { z } from 'zod';
import { attachmentKinds } from '../attachment-kinds.ts';
import { choice, day, field, text } from './field.ts';

const kindNames = Object.fromEntries(Object.entries(attachmentKinds).map(([id, { zh }]) => [id, zh])) as {
  // fromEntries widens the keys of the table that it copies.
  readonly [K in keyof typeof attachmentKinds]: string;
};

export const attachment = z.strictObject({
  file: field(text, ['文件', '文件名', '路径'], 'Path of the file, relative to dossier.yaml.'),
  kind: field(choice(kindNames), ['种类', '类型', '材料'], 'Which document it is.'),
  date: field(day.optional(), ['日期', '出具日期'], 'Date on the document.'),
  period: field(text.optional(), ['期间', '年度'], 'Year or period that it covers, such as 2025 or 2025-12.'),
  subject: field(
    text.optional(),
    ['对象', '对应'],
    'What it is about, when there are several: a domain, a person, an access provider.',
  ),
  portal: field(text.optional(), ['上传系统'], 'Portal that it is uploaded to, when not the one of the dossier.'),
});
