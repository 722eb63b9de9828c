import { z } from 'zod';
import { hear, placeOf } from '../../../src/documents/testimony.ts';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { everyHolder } from '../_ownership.ts';

/** Kinds of company that registries print for companies with foreign capital, or capital of Hong Kong, Macao or Taiwan. */
const foreignKind = /(?:外商|外资|外国|港澳台|台港澳|中外合(?:资|作))/u;

export default defineRule({
  id: 'company/foreign-ownership',
  since: '0.1.0',
  title: { 'zh-CN': '含外资却按内资申请', en: 'foreign capital in a domestic application' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['application', 'renewal'],
  subject: 'company',
  needs: [],
  uses: ['businessLicences'],
  basis: [
    {
      kind: 'law',
      cite: '《外商投资电信企业管理规定》第六条：经营增值电信业务的外商投资电信企业，外方投资者的出资比例最终不得超过 50%（国家另有规定的除外）',
      asOf: '2026-11',
    },
    {
      kind: 'regulator',
      cite: '电信业务市场综合管理信息系统“公司性质”：国有控股、民营控股、外商投资',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    holder: {
      'zh-CN': '股权结构里有外资：{chain}（持股约 {share}%），而材料按内资申请。',
      en: 'there is foreign capital among the owners: {chain} (about {share}%), but the application is a domestic one.',
      fix: declareForeign(),
    },
    kind: {
      'zh-CN': '公司类型是“{kind}”，含外资或港澳台资本，而材料按内资申请。',
      en: 'the kind of company is "{kind}", which has foreign capital or capital of Hong Kong, Macao or Taiwan, but the application is a domestic one.',
      fix: declareForeign(),
    },
    'above-half': {
      'zh-CN': '外资合计约 {share}%，超过增值电信业务的一般上限 50%。',
      en: 'foreign capital comes to about {share}%, above the general limit of 50% for value-added telecom business.',
      fix: {
        'zh-CN':
          '确认是否属于开放试点区域和试点业务（通信函〔2024〕107号：信息服务业务只含信息发布平台和递送服务、信息保护和处理服务）。不在试点范围的，先调整股权，再申请。',
        en: 'See whether the company and its business fall under the pilot opening (notice 107 of 2024; of information services only publishing platforms and protection). If not, the shareholding has to change before an application.',
      },
    },
  },
  *check({ subject, evidence }) {
    const { ownership, kind, shareholders = [] } = subject.value;
    const foreign = everyHolder(shareholders).filter(
      ({ holder }) => holder.kind === 'foreign-person' || holder.kind === 'foreign-company',
    );
    // A foreign holder below a foreign holder is in that one's share already.
    const outermost = foreign.filter(
      ({ path }) =>
        !foreign.some((other) => other.path.length < path.length && other.path.every((key, i) => key === path[i])),
    );
    const share = outermost.reduce((sum, { effectiveShare }) => sum + effectiveShare, 0);

    if (ownership !== 'foreign') {
      for (const { chain, path, effectiveShare } of outermost) {
        yield {
          messageId: 'holder',
          data: { chain: chain.join(' → '), share: rounded(effectiveShare) },
          at: fieldOf(subject, ...path),
        };
      }
      if (kind !== undefined && foreignKind.test(kind)) {
        yield { messageId: 'kind', data: { kind }, at: fieldOf(subject, 'kind') };
      } else {
        for (const testimony of hear(evidence.businessLicences, (fields) => fields.kind).said) {
          const { value, confidence } = testimony.field;
          if (!foreignKind.test(value)) continue;
          const at = placeOf(fieldOf(subject, 'kind'), testimony);
          yield { messageId: 'kind', data: { kind: value }, at, confidence };
        }
      }
    }
    if (share > 50) {
      yield {
        messageId: 'above-half',
        data: { share: rounded(share) },
        at: fieldOf(subject, 'shareholders'),
        // The pilot zones of 2024 allow more for some business.
        severity: 'warning',
      };
    }
    if (shareholders.length === 0) yield open('not-supplied', 'company.shareholders');
  },
});

const rounded = (percent: number) => Math.round(percent * 100) / 100;

function declareForeign() {
  return {
    'zh-CN':
      '含外资（包括间接持股和港澳台资本）的，按外商投资电信企业向工业和信息化部申请，并把“资本性质”改为外资。不得隐瞒或以代持规避。',
    en: 'With foreign capital, also indirect or from Hong Kong, Macao or Taiwan, apply to the ministry as a foreign-invested telecom enterprise and set ownership to foreign. It must be neither concealed nor held through nominees.',
  } as const;
}
