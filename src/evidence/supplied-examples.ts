import type { SuppliedKind } from '../network/recording.ts';

const head = (schemaFile: string, how: string) => `# yaml-language-server: $schema=${schemaFile}
# 人工查询记录：填好后去掉文件名末尾的 .example。查到什么写什么，没看到的删去那一行；默认 30 天内有效。
# A record of what you looked up: fill it in and drop .example from the name. Leave out what you did not see.
# ${how}
schemaVersion: 1
`;

/** Examples to copy, by kind; every value is made up. */
export const suppliedExamples = (schemaFile: string): Readonly<Record<SuppliedKind, string>> => ({
  'company-registry': `${head(schemaFile, '国家企业信用信息公示系统 www.gsxt.gov.cn，按公司名称查询')}kind: company-registry
key: 某某示例科技有限公司             # 公司名称或统一社会信用代码
source: https://www.gsxt.gov.cn
collectedAt: 2026-01-31               # 查询日期
collectedBy: 经办人
# file: evidence/公示系统截图.png      # 截图，放在 evidence/ 里
facts:
  name: 某某示例科技有限公司
  uscc: 91330106MAFAKE019Y
  status: 存续
  legalRepresentative: 某某
  registeredCapital: 1000万元
  abnormal: false                     # 是否列入经营异常名录
  seriousViolation: false             # 是否列入严重违法失信名单
`,
  'licence-query': `${head(schemaFile, '电信业务市场综合管理信息系统 tsm.miit.gov.cn，许可证查询')}kind: licence-query
key: 浙B2-20210001                    # 许可证编号或公司名称
source: https://tsm.miit.gov.cn
collectedAt: 2026-01-31
facts:
  number: 浙B2-20210001
  company: 某某示例科技有限公司
  status: 正常
  validUntil: 2028-06-15
  abnormal: false                     # 是否列入电信业务经营不良名单
`,
  'filing-query': `${head(schemaFile, '工信部备案查询 beian.miit.gov.cn，按域名或公司名称查询')}kind: filing-query
key: example.cn                       # 域名、公司名称或备案号
source: https://beian.miit.gov.cn
collectedAt: 2026-01-31
facts:
  number: 浙ICP备2021000001号-1
  company: 某某示例科技有限公司
  domains: [example.cn]
`,
  'app-store': `${head(schemaFile, '各应用商店、小程序搜索，按公司名称（开发者）查询')}kind: app-store
key: 某某示例科技有限公司
source: 华为应用市场、苹果 App Store、微信小程序搜索
collectedAt: 2026-01-31
facts:
  apps:                               # 没有查到的写 []
    - { name: 某某资讯, developer: 某某示例科技有限公司, packageName: cn.example.news }
`,
});
