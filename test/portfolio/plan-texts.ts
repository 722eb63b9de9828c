import { seededRandom } from '../../fixtures/generate/random.ts';

/**
 * Texts of made-up plans, to fit and to judge how near copies are told: sentences from a bank with slots for what is a
 * company's own. The two banks share no sentence, so that what was fitted on one can be judged on the other.
 */

type Bank = readonly (readonly string[])[];

/** Eight topics, four ways to say each. */
const banks: Readonly<Record<'fit' | 'judge', Bank>> = {
  fit: [
    [
      '{company}成立于{year}年，注册资本{number}万元，主要从事软件开发和信息技术服务，现有员工{number}人。',
      '{company}是一家面向中小商户的技术服务企业，{year}年在{address}设立，团队以研发人员为主。',
      '本单位自{year}年起经营{site}，办公地点在{address}，财务独立核算，没有分支机构。',
      '我们从{year}年开始为本地企业做系统集成，后来把经验整理成{site}对外提供。',
    ],
    [
      '{site}向注册会员提供行业资讯检索、供求信息发布和数据报表下载，按年收取会员费。',
      '用户在{site}上可以免费浏览文章，付费后能够查询历史数据并订阅每周简报。',
      '平台的主要收入来自商家购买的展示服务，普通访客不需要付费，也不销售任何实物。',
      '服务内容是把分散的公开信息整理成专题，由编辑核对后推送给订阅的企业客户。',
    ],
    [
      '系统部署在两台应用服务器和一台数据库服务器上，前面有负载均衡，夜间自动备份到另一机房。',
      '网站采用容器方式运行，数据库一主一备，静态文件放在对象存储，故障时五分钟内切换。',
      '整套程序运行在托管的物理服务器上，带宽独享{number}兆，备用电源可以支撑四小时。',
      '我们租用云主机{number}台，测试环境与生产环境分开，任何人不得在生产环境上直接修改程序。',
    ],
    [
      '信息安全责任人为{person}，电话{number}，负责组织检查、培训和事件上报，技术人员轮流值班。',
      '由{person}牵头成立安全小组，成员来自技术、编辑和客服三个部门，每月开会一次。',
      '安全工作归口到技术部，{person}对结果负责，出现问题先止损再查原因，最后追究责任。',
      '值班表按周公布，值班人员手机保持畅通，接到告警后十分钟内登录系统处理。',
    ],
    [
      '稿件由编辑初审、主编复审后发布，用户上传的内容先经过关键词过滤，再由人工抽查。',
      '所有对外内容实行两级审核，发现违法信息立即下线，留存证据并向主管部门报告。',
      '机器识别可疑图片和文字，进入待审队列，审核员逐条判断，结果保存一年备查。',
      '不开放评论和论坛，页面文字全部由本单位人员撰写，修改记录可以追溯到个人。',
    ],
    [
      '会员资料加密保存，查询需要部门负责人批准，离职人员的账号当天注销，导出操作全部留痕。',
      '只收集提供服务所必需的手机号码和单位名称，用户可以随时要求更正或者删除。',
      '数据库中的证件号码做脱敏处理，开发人员接触不到真实数据，接口调用都有频率限制。',
      '个人信息保存在境内服务器，合作方需要使用时另行签订协议并取得用户同意。',
    ],
    [
      '发生攻击时先启用清洗，再由运维切换线路，同时在首页公告，恢复后两天内写出报告。',
      '遇到页面被篡改，立即断开入口，用前一天的备份恢复，并把访问日志交给公安机关。',
      '应急演练每年两次，分别模拟断电和数据丢失，演练的不足写进下一年的改进计划。',
      '重大故障一小时内报告通信管理部门，客服统一答复用户，必要时退还相应的费用。',
    ],
    [
      '投诉电话{number}，工作日有人接听，三个工作日内答复，处理结果登记在客服系统里。',
      '用户可以通过邮箱、电话和在线客服反映问题，超过五天没有解决的由{person}亲自跟进。',
      '新员工入职当周接受安全培训，全体人员每年考试一次，不合格的暂停后台权限。',
      '今后三年计划每年投入收入的一成用于研发，逐步增加移动端功能和数据品种。',
    ],
  ],
  judge: [
    [
      '{company}位于{address}，{year}年取得营业执照，股东均为自然人，实缴资本{number}万元。',
      '作为成立于{year}年的民营企业，{company}长期为餐饮门店提供预订和排队软件。',
      '公司前身是一个高校创业团队，{year}年注册后搬入{address}，目前专职人员{number}名。',
      '{company}以物流信息撮合起家，在全省有{number}家合作车队，经营状况稳定。',
    ],
    [
      '通过{site}，货主可以发布运输需求，司机查看后电话联系，平台收取信息服务年费。',
      '{site}为家长提供课程目录和开课提醒，培训机构按季度支付入驻费用，不代收学费。',
      '核心产品是门店经营分析，老板登录{site}就能看到每天的客流变化和菜品排行。',
      '访客能够按地区查找维修师傅的资料，师傅付费后获得优先排序和专属页面。',
    ],
    [
      '前端页面与后台接口分离，数据写入分布式数据库，三份副本分别存放在不同机柜。',
      '机房配有门禁、恒温和气体灭火设备，核心交换机双机热备，出口由两家运营商接入。',
      '程序更新走灰度发布，先放百分之五的流量，观察一天没有异常再全部替换。',
      '每天凌晨做一次完整备份，备份文件加密后传到异地，每季度抽一份做恢复试验。',
    ],
    [
      '{person}担任网络安全负责人，有权暂停任何存在隐患的功能，直接向总经理汇报。',
      '安全岗位设主管一名、专员两名，分管主机、应用和内容，互为备岗。',
      '各部门签订安全责任书，把漏洞修复时间列入考核，{person}每季度公布一次排名。',
      '外包人员进场前要签保密承诺，只能使用临时账号，离场时由{person}确认权限已收回。',
    ],
    [
      '司机和货主上传的照片由审核组在半小时内看完，含有违禁品的直接封号并报警。',
      '课程介绍上架前核对办学许可，夸大宣传的退回修改，屡教不改的终止合作。',
      '敏感词库每周更新，命中的文字不会显示，申诉由另一名审核员独立处理。',
      '首页推荐位由运营人员手工挑选，选用理由登记在表格里，留待事后检查。',
    ],
    [
      '定位信息只在订单进行时采集，行程结束三十天后自动清除，不用于其他目的。',
      '未成年人的资料须由监护人填写并确认，系统不展示孩子的姓名和照片。',
      '客流数据按店汇总后才提供给老板，任何报表都看不到单个顾客的身份。',
      '后台登录需要动态口令，连续输错五次锁定账号，解锁要由{person}线下核实。',
    ],
    [
      '一旦发现数据外泄，两小时内关闭相关接口、通知受影响的人，并按要求向网信部门报告。',
      '线路中断超过十分钟自动改走备用出口，值班员同步在司机群里说明情况。',
      '遇到自然灾害导致机房停电，由备用机房接管，最迟四小时恢复查询功能。',
      '每次事故都要开复盘会，写清经过、原因和整改期限，交{person}签字后归档。',
    ],
    [
      '服务热线{number}全年无休，录音保存九十天，投诉满意率纳入客服奖金。',
      '对处理结果不满意的，可以要求升级到运营总监，七天之内给出书面意见。',
      '每月组织一次案例学习，内容来自同行发生过的真实事件，学完当场测验。',
      '预计{year}年用户达到{number}万，届时扩充服务器并申请更高等级的安全测评。',
    ],
  ],
};

/** What any plan may quote: from 网络安全法, 互联网信息服务管理办法 and 个人信息保护法. */
const quotations: readonly string[] = [
  '网络运营者应当按照网络安全等级保护制度的要求，履行安全保护义务，保障网络免受干扰、破坏或者未经授权的访问，防止网络数据泄露或者被窃取、篡改。',
  '采取监测、记录网络运行状态、网络安全事件的技术措施，并按照规定留存相关的网络日志不少于六个月。',
  '网络运营者应当制定网络安全事件应急预案，及时处置系统漏洞、计算机病毒、网络攻击、网络侵入等安全风险。',
  '网络运营者收集、使用个人信息，应当遵循合法、正当、必要的原则，公开收集、使用规则，明示收集、使用信息的目的、方式和范围，并经被收集者同意。',
  '互联网信息服务提供者应当向上网用户提供良好的服务，并保证所提供的信息内容合法。',
  '处理个人信息应当具有明确、合理的目的，并应当与处理目的直接相关，采取对个人权益影响最小的方式。',
];

interface Filler {
  readonly company: string;
  readonly site: string;
  readonly person: string;
  readonly address: string;
}

const fillers: readonly Filler[] = [
  { company: '杭州青禾示例网络科技有限公司', site: '青禾资讯', person: '林晚秋', address: '杭州市示例区云栖路18号' },
  { company: '宁波海棠示例信息技术有限公司', site: '海棠数据港', person: '何知远', address: '宁波市示例区江厦街7号' },
  { company: '绍兴稻香示例文化传媒有限公司', site: '稻香门', person: '唐一诺', address: '绍兴市示例区鲁迅路3号' },
  { company: '温州雁荡示例软件股份有限公司', site: '雁荡云图', person: '许听澜', address: '温州市示例区车站大道51号' },
];

export interface PlanText {
  readonly text: string;
  /** What is the company's own in it. */
  readonly names: readonly string[];
}

export interface PlanPair {
  readonly kind: 'one-template' | 'same-topics' | 'same-quotations';
  readonly plans: readonly [PlanText, PlanText];
}

/** Share of characters misread on a poor page; drawn pages of 150 dpi come to less. */
const mostSlips = 0.01;
const misread = [...'木目日曰田由甲申士土大太犬人入八'];

/**
 * Pairs of plans by two companies. `one-template`: the same sentences; up to 15 % of them rewritten, one in ten
 * dropped. `same-topics`: each chose two of four sentences on each topic by itself. `same-quotations`: as before, and
 * both quote two to four of the same articles of law. Pages are read with up to 1 % of slips.
 */
export function planPairs(bankName: keyof typeof banks, seed: string, each: number): readonly PlanPair[] {
  const bank = banks[bankName];
  const random = seededRandom(`${bankName} ${seed}`);
  const picked = (list: readonly string[]): string => list[random.integer(0, list.length - 1)] ?? '';
  const choice = (): number[] => {
    const first = random.integer(0, 3);
    return [first, (first + random.integer(1, 3)) % 4];
  };
  const sentencesOf = (): string[] => bank.flatMap((topic) => choice().map((i) => topic[i] ?? ''));
  const filled = (sentences: readonly string[], filler: Filler): PlanText => {
    const text = sentences
      .join('')
      .replaceAll(/\{(\w+)\}/g, (_, slot: string) =>
        slot === 'year'
          ? String(random.integer(2005, 2024))
          : slot === 'number'
            ? String(random.integer(2, 900))
            : (filler[slot as keyof Filler] ?? ''),
      );
    const slips = random.between(0, mostSlips);
    const read = [...text].map((character) => (random.next() < slips ? picked(misread) : character)).join('');
    return { text: read, names: Object.values(filler) };
  };
  const rewritten = (sentences: readonly string[]): string[] => {
    const share = random.between(0, 0.15);
    return sentences.flatMap((sentence) => {
      if (random.next() < 0.1) return [];
      return random.next() < share
        ? [picked(bank.find((topic) => topic.includes(sentence)) ?? [sentence])]
        : [sentence];
    });
  };
  const twoFillers = (): [Filler, Filler] => {
    const first = random.integer(0, fillers.length - 1);
    const second = (first + random.integer(1, fillers.length - 1)) % fillers.length;
    // Both positions are within the list.
    return [fillers[first] as Filler, fillers[second] as Filler];
  };
  return (['one-template', 'same-topics', 'same-quotations'] as const).flatMap((kind) =>
    Array.from({ length: each }, (): PlanPair => {
      const [a, b] = twoFillers();
      const own = sentencesOf();
      const other = kind === 'one-template' ? rewritten(own) : sentencesOf();
      const quoted = kind === 'same-quotations' ? quotations.slice(0, random.integer(2, 4)) : [];
      return { kind, plans: [filled([...own, ...quoted], a), filled([...quoted, ...other], b)] };
    }),
  );
}
