import type { AttachmentKind } from '../dossier/attachment-kinds.ts';
import type { Confidence } from '../evidence/evidence.ts';
import { withoutConfusions } from './ocr-confusions.ts';
import { titleOf } from './page-furniture.ts';
import { flowOf, layRows, type NumberedText, type Row, type Span, spanOf } from './sheet.ts';

/** What gives a kind of document away: how it is headed, and which labels or phrases belong to it alone. */
interface Traits {
  /** Held against the whole title without white space. */
  readonly titles: RegExp;
  readonly marks: readonly string[];
}

const traits: Readonly<Partial<Record<AttachmentKind, Traits>>> = {
  'business-licence': {
    titles: /^营业执照(?:\(?副本\)?)?$/,
    marks: [
      '营业执照',
      '经营范围',
      '登记机关',
      '成立日期',
      '国家企业信用信息公示系统',
      '营业期限',
      '监督管理总局监制',
      '一般项目',
    ],
  },
  'icp-licence': {
    titles: /(?:增值电信业务|电信与信息服务业务|电信业务)经营许可证(?:\([\u4e00-\u9fff]{1,4}\))?$/,
    marks: [
      '经营许可证编号',
      '许可证编号',
      '业务种类',
      '业务覆盖',
      '有效期',
      '发证机关',
      '特别规定事项',
      '增值电信业务经营许可证',
    ],
  },
  'access-agreement': {
    titles:
      /(?:接入|托管|机柜租用|云服务|云主机|云服务器|服务器租用|IDC|数据中心)[\u4e00-\u9fff]{0,12}(?:协议|合同)|(?:协议|合同)[\u4e00-\u9fff]{0,4}(?:接入|托管)/,
    marks: ['甲方', '乙方', '机房', 'IP地址', '互联网接入', '托管', '服务器', '接入域名', '未备案的网站'],
  },
  'domain-certificate': {
    titles: /域名(?:注册)?证书|DomainNameRegistrationCertificate/i,
    marks: ['域名', '域名注册', '注册服务机构', '域名所有者', '域名证书', '到期', 'Registrar', 'Domain'],
  },
  'domain-realname-proof': {
    titles: /^域名(?:管理|基本信息|信息|实名认证|详情)|实名认证(?:信息|结果|状态)?$/,
    marks: ['实名认证', '域名', '证件类型', '证件号码', '认证状态', '域名所有者'],
  },
  pledge: { titles: /承诺书$|^承诺$/, marks: ['承诺', '郑重承诺', '特此承诺', '法律责任'] },
  'security-policy': {
    titles: /(?:信息安全|网络安全|安全)[\u4e00-\u9fff]{0,10}(?:管理)?(?:制度|规定|办法)/,
    marks: ['第一章', '第二章', '信息安全', '责任人', '日志', '管理制度', '用户信息'],
  },
  'emergency-plan': {
    titles: /应急(?:处置)?预案|应急响应/,
    marks: ['应急预案', '应急', '事件分级', '处置', '演练', '预警'],
  },
  'security-plan': {
    titles: /(?:信息安全|网络安全|网络与信息安全)[\u4e00-\u9fff]{0,6}(?:保障)?(?:措施|方案)/,
    marks: ['保障措施', '信息安全', '网站安全', '保密', '用户信息安全', '内容审核'],
  },
  'mlps-report': {
    titles: /等级测评报告|等级保护[\u4e00-\u9fff]{0,8}测评报告/,
    marks: ['测评报告', '等级测评', '测评机构', '被测', '测评结论', '报告编号'],
  },
  'mlps-certificate': {
    titles: /(?:安全)?等级保护备案证明|备案证明$/,
    marks: ['备案证明', '等级保护', '证书编号', '公安', '准予备案', '予以备案'],
  },
  'audit-report': {
    titles: /审计报告/,
    marks: ['审计报告', '审计意见', '会计师事务所', '注册会计师', '财务报表', '我们审计了', '公允反映'],
  },
  'financial-statements': {
    titles: /资产负债表|利润表|损益表|现金流量表|财务报表/,
    marks: ['资产负债表', '利润表', '现金流量表', '营业收入', '净利润', '编制单位', '期末余额', '资产总计'],
  },
  'tax-return': {
    titles: /(?:增值税|企业所得税)[\u4e00-\u9fff()A-Z]{0,24}(?:纳税)?申报表|纳税申报表/,
    marks: ['纳税人识别号', '税款所属', '销售额', '应纳税额', '申报表', '纳税人名称', '税务机关'],
  },
  'social-insurance': {
    titles: /(?:社会保险|社保|养老保险|参保)[\u4e00-\u9fff()]{0,16}(?:证明|清单|明细|名册|缴费|花名册|情况)/,
    marks: ['社会保险', '参保', '养老保险', '缴费基数', '缴费', '失业保险', '工伤保险'],
  },
  'statement-letter': { titles: /情况说明|^说明$|的说明$/, marks: ['情况说明', '特此说明', '说明如下', '情况属实'] },
  authorisation: { titles: /授权(?:委托)?书|委托书/, marks: ['授权', '委托', '受托人', '代理人', '转委托', '身份证'] },
  'verification-form': {
    titles: /真实性核验单|核验单/,
    marks: ['核验单', '真实性核验', '网站主办者', '核验人', '接入服务', '主体信息', '网站信息'],
  },
  'articles-of-association': {
    titles: /章程$/,
    marks: ['章程', '股东会', '董事', '出资额', '出资方式', '注册资本', '第一章'],
  },
  'equity-structure': {
    titles: /股权(?:结构|架构|关系)/,
    marks: ['股权结构', '持股比例', '出资比例', '股东', '实际控制人'],
  },
  'business-plan': {
    titles: /业务(?:发展)?(?:计划|规划)|实施计划|商业计划/,
    marks: ['业务发展', '市场', '盈利', '发展计划', '预期', '收费'],
  },
  'technical-plan': {
    titles: /技术方案|技术保障|网络(?:拓扑|方案)/,
    marks: ['技术方案', '网络拓扑', '系统架构', '服务器', '带宽', '数据库'],
  },
  lease: {
    titles: /(?:房屋|办公|场地|写字楼|房产)?租赁(?:合同|协议)|租房(?:合同|协议)/,
    marks: ['出租方', '承租方', '租金', '租赁期限', '房屋', '押金', '建筑面积'],
  },
  'property-certificate': {
    titles: /不动产权|房屋所有权证|房产证/,
    marks: ['不动产', '权利人', '共有情况', '坐落', '房屋所有权'],
  },
  'pre-approval': {
    titles:
      /(?:网络文化经营|信息网络传播视听节目|互联网新闻信息服务|网络出版服务|互联网出版|网络预约出租汽车经营)许可证|互联网药品信息服务资格证书/,
    marks: [
      '网络文化经营许可证',
      '信息网络传播视听节目',
      '互联网新闻信息服务',
      '网络出版',
      '互联网药品信息服务',
      '发证机关',
      '有效期',
    ],
  },
  'service-proof': {
    titles: /开通[\u4e00-\u9fff]{0,4}证明$/,
    marks: ['开通', '业务开通', '上线', '投入运营', '特此证明'],
  },
  'business-report': {
    titles: /业务经营(?:情况)?报告|经营情况报告|年度经营报告/,
    marks: ['经营情况', '业务经营', '年度', '收入', '用户'],
  },
  'name-change-proof': {
    titles: /(?:名称变更|更名|变更登记)[\u4e00-\u9fff]{0,8}(?:证明|通知书|情况)|登记通知书$/,
    marks: ['变更前', '变更后', '企业名称', '准予'],
  },
  appointment: { titles: /任命|任免|聘任/, marks: ['任命', '聘任', '免去', '职务'] },
  'capital-verification': { titles: /验资报告/, marks: ['验资', '注册资本', '实收资本', '会计师'] },
  'construction-plan': { titles: /(?:网站)?建设方案/, marks: ['建设方案', '网站', '栏目', '组网', '安全'] },
  'application-form': { titles: /申请(?:书|表)?$/, marks: ['申请', '申请单位', '申请事项', '经办人'] },
  'shareholder-decision': { titles: /股东(?:会)?(?:决议|决定)/, marks: ['股东会', '决议', '表决', '一致同意', '股东'] },
  'registry-extract': {
    titles: /国家企业信用信息公示系统|企业信用信息公示报告|企业信用信息/,
    marks: ['国家企业信用信息公示系统', '登记状态', '公示', '营业执照信息', '核准日期', '列入经营异常名录'],
  },
  'licence-query': {
    titles: /(?:许可证|电信业务)[\u4e00-\u9fff]{0,12}查询|电信业务市场综合管理信息系统|^许可证信息$/,
    marks: ['许可证信息', '查询', '许可证编号', '许可证状态', 'miit.gov.cn', '业务种类'],
  },
  'filing-query': {
    titles: /备案(?:信息)?[\u4e00-\u9fff/ICP]{0,8}查询|信息备案管理系统/,
    marks: ['备案信息查询', '审核通过日期', '主办单位名称', '备案号', '主办单位性质'],
  },
  'id-card-front': { titles: /^$/, marks: ['公民身份号码', '姓名', '性别', '民族', '住址'] },
  'id-card-back': { titles: /居民身份证$/, marks: ['居民身份证', '签发机关', '有效期限', '中华人民共和国'] },
  'user-evidence': {
    titles: /(?:运营|用户)(?:后台|总览|概览|统计|看板)|管理后台/,
    marks: ['注册用户', '活跃用户', '后台', '统计', '激活'],
  },
};

export interface Recognition {
  readonly kind: AttachmentKind;
  /** 0 to 1. */
  readonly score: number;
  /** `high` when the heading says it and no other kind comes near. */
  readonly confidence: Confidence;
  /** Where the heading stands; the first line where no heading was found. */
  readonly heading: Span;
  /** All kinds with a score, best first. */
  readonly ranking: readonly { readonly kind: AttachmentKind; readonly score: number }[];
}

/** Kinds whose papers have the same form: a file of one is never the wrong document for the other. */
const alike: readonly (readonly AttachmentKind[])[] = [
  ['icp-licence', 'provider-licence'],
  ['domain-certificate', 'domain-realname-proof'],
  ['audit-report', 'financial-statements', 'business-report'],
  ['security-policy', 'security-plan', 'emergency-plan', 'technical-plan'],
  ['business-plan', 'technical-plan', 'construction-plan', 'business-report'],
  ['id-card-front', 'id-card-back'],
  ['statement-letter', 'name-change-proof', 'service-proof', 'equity-structure'],
  ['appointment', 'shareholder-decision'],
  ['licence-query', 'filing-query', 'registry-extract'],
  ['pledge', 'application-form'],
  ['user-evidence', 'store-page', 'home-page'],
];

/** Whether a paper recognised as one kind may be filed as the other. */
export function sameForm(a: AttachmentKind, b: AttachmentKind): boolean {
  return a === b || alike.some((kinds) => kinds.includes(a) && kinds.includes(b));
}

// A title alone decides. Marks alone never give more than `medium`: papers of one trade share their words.
const titleWeight = 0.62;
const shortLineWeight = 0.42;
const marksWeight = 0.5;
const leastScore = 0.3;

/** What a file really is, from its headings and labels; null when nothing gives it away. */
export function recogniseKind(pages: readonly NumberedText[]): Recognition | null {
  const rows = layRows(pages);
  const first = rows[0];
  const heading = titleOf(rows) ?? (first === undefined ? null : spanOf(first, 0, first.text.length));
  if (heading === null) return null;
  const head = rows.filter((row) => row.page === first?.page).slice(0, 12);
  const text = withoutConfusions(flowOf(rows).text.slice(0, 20_000));
  const ranking = Object.entries(traits)
    .map(([kind, own]) => ({
      // Object.entries forgets the literal key types of the table.
      kind: kind as AttachmentKind,
      score: scoreOf(own, heading.text, head, text),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const [best] = ranking;
  if (best === undefined || best.score < leastScore) return null;
  const rival = ranking.find(({ kind }) => !sameForm(kind, best.kind))?.score ?? 0;
  const sharp = heading.source === 'layer' || heading.confidence >= 0.7;
  const clear = best.score >= 0.7 && best.score - rival >= 0.2 && sharp;
  const likely = best.score >= 0.5 && best.score - rival >= 0.1;
  return { ...best, confidence: clear ? 'high' : likely ? 'medium' : 'low', heading, ranking };
}

function scoreOf({ titles, marks }: Traits, title: string, head: readonly Row[], text: string): number {
  const squeezed = title.replace(/\s+/g, '');
  const inTitle = titles.test(squeezed);
  const inHead =
    !inTitle &&
    head.some(({ pieces, text }) =>
      [text, ...pieces.map((piece) => piece.text)].some((line) => {
        const short = line.replace(/\s+/g, '');
        return short.length <= 30 && titles.test(short);
      }),
    );
  const found = marks.filter((mark) => text.includes(withoutConfusions(mark))).length;
  const share = found / Math.min(marks.length, 6);
  return Math.min(1, (inTitle ? titleWeight : inHead ? shortLineWeight : 0) + marksWeight * Math.min(1, share));
}
