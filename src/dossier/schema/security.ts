import { z } from 'zod';
import { choice, count, day, field, text } from './field.ts';

export const security = z.strictObject({
  emergencyPlan: field(z.boolean().optional(), ['有应急预案', '应急预案'], 'Whether an emergency plan exists.'),
  logRetentionDays: field(count.optional(), ['日志留存天数', '日志留存'], 'How long logs are kept, in days.'),
  harmfulContentHandled: field(
    count.optional(),
    ['有害信息处置数', '有害信息处置条数'],
    'Items of harmful content handled in the reported year.',
  ),
  mlps: field(
    z
      .strictObject({
        level: field(z.int().min(1).max(5).optional(), ['等级', '等保级别'], 'Level of protection, 1 to 5.'),
        certificateNumber: field(
          text.optional(),
          ['备案证明编号', '备案编号'],
          'Number of the MLPS filing certificate.',
        ),
        reportNumber: field(text.optional(), ['测评报告编号', '报告编号'], 'Number of the assessment report.'),
        assessedOn: field(day.optional(), ['测评日期'], 'Day of the assessment.'),
        promisedOn: field(day.optional(), ['预计完成日期', '承诺完成日期'], 'Day by which an assessment is promised.'),
      })
      .optional(),
    ['等保', '等级保护'],
    'Multi-level protection scheme.',
  ),
  measures: field(
    z
      .array(
        choice({
          'site-security': ['网站安全保障措施', '网站安全'],
          'information-confidentiality': ['信息安全保密管理制度', '信息安全保密'],
          'user-information': ['用户信息安全管理制度', '用户信息安全'],
          'content-review': ['信息内容审核制度', '内容审核'],
          'emergency-response': ['应急处置制度', '应急处置'],
          'log-retention': ['日志留存制度', '日志留存'],
          'access-control': ['访问控制', '访问控制制度'],
          encryption: ['数据加密', '加密'],
          'complaint-handling': ['投诉举报处理制度', '投诉举报'],
          'personnel-training': ['人员培训', '安全培训'],
        }),
      )
      .optional(),
    ['保障措施', '安全制度章节'],
    'Chapters that the security plan holds.',
  ),
});
