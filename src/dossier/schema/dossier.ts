import { z } from 'zod';
import { type Procedure, procedures } from '../procedures.ts';
import { access } from './access.ts';
import { app } from './app.ts';
import { attachment } from './attachment.ts';
import { business } from './business.ts';
import { company } from './company.ts';
import { domain } from './domain.ts';
import { choice, day, field, text, year } from './field.ts';
import { finance, operations, premises, workforce } from './figures.ts';
import { change, filing } from './filing.ts';
import { licence } from './licence.ts';
import { person } from './person.ts';
import { security } from './security.ts';
import { suppression } from './suppression.ts';
import { website } from './website.ts';

export { type Procedure, procedures };

export const provinces = [
  '北京',
  '天津',
  '河北',
  '山西',
  '内蒙古',
  '辽宁',
  '吉林',
  '黑龙江',
  '上海',
  '江苏',
  '浙江',
  '安徽',
  '福建',
  '江西',
  '山东',
  '河南',
  '湖北',
  '湖南',
  '广东',
  '广西',
  '海南',
  '重庆',
  '四川',
  '贵州',
  '云南',
  '西藏',
  '陕西',
  '甘肃',
  '青海',
  '宁夏',
  '新疆',
] as const;
export type Province = (typeof provinces)[number];

const suffixes: Readonly<Record<string, string>> = {
  北京: '北京市',
  天津: '天津市',
  上海: '上海市',
  重庆: '重庆市',
  内蒙古: '内蒙古自治区',
  广西: '广西壮族自治区',
  西藏: '西藏自治区',
  宁夏: '宁夏回族自治区',
  新疆: '新疆维吾尔自治区',
};
/** Official names: 浙江 → 浙江省. */
export const provinceNames = Object.fromEntries(
  provinces.map((name) => [name, suffixes[name] ?? `${name}省`]),
) as Readonly<
  // fromEntries widens the keys of the list that it copies.
  Record<Province, string>
>;

export const dossierSchema = z.strictObject({
  schemaVersion: field(z.literal(1).optional(), ['格式版本'], 'Version of this format: 1.'),
  procedure: field(choice(procedures), ['办理事项', '事项', '申报类型'], 'What is being submitted.'),
  reportYear: field(year.optional(), ['年报年度', '报告年度'], 'Year that the yearly report is about.'),
  province: field(choice(provinceNames), ['省份', '所在省份', '省'], 'Province whose authority decides.'),
  portal: field(
    text.optional(),
    ['申报系统', '上传系统'],
    'Portal that the files go to; the MIIT licence system when left out.',
  ),
  submitOn: field(day.optional(), ['计划提交日期', '提交日期'], 'Planned day of submission; today when left out.'),
  company: field(company, ['公司', '企业', '主体', '主办单位'], 'The company.'),
  persons: field(z.array(person).optional(), ['人员'], 'People named in the paperwork.'),
  licence: field(
    licence.optional(),
    ['许可证', '经营许可证', 'ICP许可证'],
    'The telecom licence that the company holds.',
  ),
  domains: field(z.array(domain).optional(), ['域名'], 'Domains of the company.'),
  websites: field(z.array(website).optional(), ['网站'], 'Websites.'),
  apps: field(z.array(app).optional(), ['应用', 'APP'], 'Apps and mini programs.'),
  access: field(z.array(access).optional(), ['接入', '接入信息'], 'Access providers, servers and agreements.'),
  business: field(
    business.optional(),
    ['业务情况', '经营业务'],
    'What the company is licensed, or asks, to do, and what it does.',
  ),
  operations: field(operations.optional(), ['运营', '用户与服务质量'], 'Users and quality of service.'),
  finance: field(finance.optional(), ['财务'], 'Money, reported year.'),
  workforce: field(workforce.optional(), ['人员情况', '社保'], 'Employees and their insurance.'),
  premises: field(premises.optional(), ['经营场所', '场地'], 'Office.'),
  security: field(security.optional(), ['网络与信息安全', '信息安全'], 'Security duties.'),
  filing: field(filing.optional(), ['备案'], 'The filing.'),
  changes: field(
    z.array(change).optional(),
    ['变更', '变更事项'],
    'Changes that are announced, or happened in the reported year.',
  ),
  attachments: field(z.array(attachment).optional(), ['附件', '材料'], 'Files beside dossier.yaml.'),
  suppressions: field(z.array(suppression).optional(), ['豁免'], 'Dated exemptions from rules.'),
  notes: field(z.string().max(20_000).optional(), ['备注'], 'Free text; no rule reads it.'),
});

export type DossierData = z.output<typeof dossierSchema>;
