import { z } from 'zod';
import { count, day, field, money, percent, text, year } from './field.ts';

const yearFigures = z.strictObject({
  year: field(year, ['年度', '年份'], 'Calendar year.'),
  revenue: field(money.optional(), ['营业收入'], 'Total revenue of that year, in yuan.'),
  serviceRevenue: field(
    money.optional(),
    ['信息服务收入', '电信业务收入'],
    'Revenue from the licensed service, in yuan.',
  ),
});

export const finance = z.strictObject({
  revenue: field(
    money.optional(),
    ['营业收入', '收入'],
    'Total revenue of the reported year, in yuan; 320万元 is understood.',
  ),
  serviceRevenue: field(
    money.optional(),
    ['信息服务收入', '电信业务收入'],
    'Revenue from the licensed service, in yuan.',
  ),
  otherRevenue: field(money.optional(), ['其他业务收入'], 'Revenue from anything else, in yuan.'),
  taxPaid: field(money.optional(), ['纳税额', '缴纳税款'], 'Taxes paid in the reported year, in yuan.'),
  taxableSales: field(
    money.optional(),
    ['应税销售额', '增值税应税销售额'],
    'Taxable sales of the VAT returns, in yuan.',
  ),
  socialInsurancePaid: field(
    money.optional(),
    ['社保缴纳额', '社保缴费'],
    'Social insurance paid in the reported year, in yuan.',
  ),
  years: field(z.array(yearFigures).optional(), ['历年', '历年数据'], 'Earlier years.'),
});

export const workforce = z.strictObject({
  employees: field(count.optional(), ['员工人数', '从业人员'], 'Number of employees.'),
  insured: field(count.optional(), ['社保人数', '参保人数'], 'Number of insured employees.'),
  insuranceEmployer: field(text.optional(), ['参保单位'], 'Employer named on the insurance proof.'),
  insuranceMonth: field(
    z
      .string()
      .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u)
      .optional(),
    ['参保月份', '社保月份'],
    'Month of the insurance proof, YYYY-MM.',
  ),
});

export const premises = z.strictObject({
  address: field(text.optional(), ['地址', '办公地址'], 'Where the company works.'),
  landlord: field(text.optional(), ['出租方'], 'Landlord.'),
  tenant: field(text.optional(), ['承租方'], 'Tenant.'),
  leaseStartsOn: field(day.optional(), ['租赁起始日', '租期开始'], 'First day of the lease.'),
  leaseEndsOn: field(day.optional(), ['租赁到期日', '租期结束'], 'Last day of the lease.'),
});

export const operations = z.strictObject({
  registeredUsers: field(count.optional(), ['注册用户数', '注册用户'], 'Registered users at the end of the year.'),
  activeUsers: field(
    count.optional(),
    ['激活用户数', '活跃用户数'],
    'Registered users who have activated their account.',
  ),
  serviceOpened: field(z.boolean().optional(), ['业务是否开通', '已开展业务'], 'Whether the licensed service runs.'),
  hotline: field(
    text.optional(),
    ['投诉电话', '客户投诉服务电话', '客服电话'],
    'Complaints hotline that is published.',
  ),
  complaints: field(count.optional(), ['投诉量', '用户投诉量'], 'Complaints in the reported year.'),
  complaintResponseRate: field(
    percent.optional(),
    ['投诉回复率', '用户投诉回复率'],
    'Share of complaints answered, percent, 0 to 100.',
  ),
});
