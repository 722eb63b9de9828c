import { type Procedure, procedures } from './schema/dossier.ts';

/** A dossier.yaml to fill in: every value that must be there, the usual ones as comments. */
export function dossierTemplate(procedure: Procedure, today: string): string {
  const year = Number(today.slice(0, 4)) - 1;
  const head = [
    '# 日期写成 2026-02-10；金额可写 368.52万元；身份证号、手机号请加引号。',
    '# 全部字段：icp-check schema；编辑器装有 YAML 插件时，会按同一文件夹里的 .dossier.schema.json 提示字段',
    '格式版本: 1',
    `办理事项: ${procedures[procedure][0]}`,
    ...(procedure === 'annual-report' ? [`年报年度: ${year}`] : []),
    '省份: 浙江',
    `计划提交日期: ${today}`,
  ];
  const company = [
    '公司:',
    '  公司名称: 请填写营业执照上的全称',
    '  统一社会信用代码: 请填写18位代码',
    '  法定代表人: 请填写姓名',
    '  # 住所:',
    '  # 注册资本: 1000万元',
  ];
  const persons = ['人员:', '  # - 姓名:', '  #   职务: [信息安全责任人]', '  #   手机号: "13800138000"'];
  const licence = ['许可证:', '  # 许可证编号: 浙B2-20230118', '  # 有效期至: 2028-06-15'];
  const online = [
    '域名:',
    '  # - 域名: example.cn',
    '网站:',
    '  # - 网站名称:',
    '  #   网址: https://www.example.cn/',
    '接入:',
    '  # - 接入商:',
  ];
  const attachments = [
    '附件:',
    `  # - { 文件: 附件/公司名+营业执照+${today.replaceAll('-', '')}.pdf, 种类: 营业执照 }`,
  ];
  return `${[head, company, persons, ...(procedure === 'filing' || procedure === 'application' ? [] : [licence]), online, attachments].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
