import { z } from 'zod';
import { sameDay } from '../../../src/documents/compare.ts';
import type { AccessAgreement, Reading } from '../../../src/documents/reading.ts';
import { placeOf, sureness, type Testimony } from '../../../src/documents/testimony.ts';
import type { Place } from '../../../src/dossier/place.ts';
import type { DossierData } from '../../../src/dossier/schema/dossier.ts';
import { fieldOf, type Subject } from '../../../src/dossier/subjects.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import type { Confidence, Evidence } from '../../../src/evidence/evidence.ts';
import { type ProviderDirectory, sameProvider } from '../../../src/network/providers.ts';

export default defineRule({
  id: 'access/agreement-expired',
  since: '0.1.0',
  title: { 'zh-CN': '接入协议已到期', en: 'access agreement expired' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal', 'change'],
  subject: 'access',
  needs: [],
  uses: ['accessAgreements'],
  basis: [
    {
      kind: 'regulator',
      cite: '广东省通信管理局增值电信业务经营许可证申请材料格式（旧版，据第三方存档）：服务器托管、接入协议',
      asOf: '2026-11',
    },
    {
      kind: 'practice',
      cite: '《ICP许可证续期材料及流程》：有效期内的服务器托管协议；《ICP许可证年报通关全攻略》第三步：接入协议',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    expired: {
      'zh-CN': '与“{provider}”的接入协议已于 {ends} 到期，{today} 已不在有效期内。',
      en: 'the agreement with "{provider}" ended on {ends}; it is not in force on {today}.',
      fix: {
        'zh-CN': '换上续签后的协议；合同约定自动续期的，附续期凭证（缴费单或接入商盖章的说明）。',
        en: 'Attach the renewed agreement, or proof that it renews itself (a bill or the provider’s sealed statement).',
      },
    },
    'not-begun': {
      'zh-CN': '与“{provider}”的接入协议 {starts} 才开始，{today} 还没有生效。',
      en: 'the agreement with "{provider}" begins on {starts}; it is not in force on {today}.',
      fix: {
        'zh-CN': '补上现行有效的协议，或等新协议生效后再提交。',
        en: 'Attach the agreement now in force, or submit once the new one has begun.',
      },
    },
    'scan-differs': {
      'zh-CN': '与“{provider}”的接入协议，填报的结束日期是 {ends}，附件协议上是 {seen}。',
      en: 'the agreement with "{provider}" is declared to end on {ends}; the attached one ends on {seen}.',
      fix: {
        'zh-CN': '对照协议原件：填错的改正“结束日期”；附的是旧协议，换成现行的。',
        en: 'Look at the agreement: correct endsOn, or attach the agreement in force.',
      },
    },
    uncovered: {
      'zh-CN': '与“{provider}”的接入协议自 {starts} 起，没有覆盖 {year} 年全年；年报要求证明当年一直有合法接入。',
      en: 'the agreement with "{provider}" begins on {starts} and does not cover all of {year}, which the yearly report is about.',
      fix: {
        'zh-CN': '把 {year} 年前一段的接入协议也作为附件上传；当年新接入的，说明原因。',
        en: 'Attach the earlier agreement of {year} too, or say why access began in that year.',
      },
    },
  },
  *check({ subject, dossier, evidence, today, reference: { providers } }) {
    const { provider, agreement } = subject.value;
    const papers = papersOf(subject, dossier, evidence.accessAgreements, providers);
    const declared: readonly Term[] =
      agreement === undefined
        ? []
        : [
            {
              starts: agreement.startsOn,
              ends: agreement.endsOn,
              startsAt: fieldOf(subject, 'agreement', 'startsOn'),
              endsAt: fieldOf(subject, 'agreement', 'endsOn'),
              confidence: 'high',
            },
          ];
    const terms = [...declared, ...papers.map(({ term }) => term)];
    if (terms.length === 0) {
      return yield open(
        evidence.accessAgreements.state === 'unknown' ? evidence.accessAgreements.reason : 'not-supplied',
      );
    }

    const isInForce = ({ starts = today, ends = today }: Term) => starts <= today && today <= ends;
    const [earliest] = [...terms].sort((a, b) => (a.starts ?? '').localeCompare(b.starts ?? ''));
    const [latest] = [...terms].sort((a, b) => (b.ends ?? '9').localeCompare(a.ends ?? '9'));
    if (earliest === undefined || latest === undefined) return;
    if (!terms.some(isInForce)) {
      if (latest.ends !== undefined && latest.ends < today) {
        const { ends, endsAt, confidence } = latest;
        yield { messageId: 'expired', data: { provider, ends, today }, at: endsAt, confidence };
      } else {
        const coming = terms.filter(({ starts = '' }) => starts > today);
        const [next = earliest] = coming.sort((a, b) => (a.starts ?? '').localeCompare(b.starts ?? ''));
        const { starts = '', startsAt, confidence } = next;
        yield { messageId: 'not-begun', data: { provider, starts, today }, at: startsAt, confidence };
      }
    }

    // What was typed is believed only as far as a paper says the same.
    const ends = agreement?.endsOn;
    const readEnds = papers.flatMap(({ endsOn }) => (endsOn === null ? [] : [endsOn]));
    const [nearest] = readEnds.sort((a, b) => b.field.value.localeCompare(a.field.value));
    if (ends !== undefined && nearest !== undefined && !readEnds.some(({ field }) => sameDay(field, ends) === 'same')) {
      const seen = nearest.field.value;
      const sameness = sameDay(nearest.field, ends) === 'unsure' ? 'unsure' : 'different';
      yield {
        messageId: 'scan-differs',
        data: { provider, ends, seen },
        at: placeOf(fieldOf(subject, 'agreement', 'endsOn'), nearest),
        confidence: sureness(sameness, nearest.field),
        compared: { seen, expected: ends },
        ...(seen < today && ends >= today ? {} : { severity: 'warning' as const }),
      };
    }

    const year = dossier.procedure === 'annual-report' ? dossier.reportYear : undefined;
    const { starts, startsAt, confidence } = earliest;
    if (starts === undefined || year === undefined || starts <= `${year}-01-01` || starts > `${year}-12-31`) return;
    yield { messageId: 'uncovered', data: { provider, starts, year }, at: startsAt, confidence, severity: 'warning' };
  },
});

/** The days that one agreement covers, both included; undefined where it does not say. */
interface Term {
  readonly starts: string | undefined;
  readonly ends: string | undefined;
  readonly startsAt: Place;
  readonly endsAt: Place;
  readonly confidence: Confidence;
}

interface Paper {
  readonly term: Term;
  readonly endsOn: Testimony<string> | null;
}

/** The agreements with this provider that were read: those that the dossier says are, or the only one of all. */
function papersOf(
  subject: Subject<'access'>,
  { access = [] }: DossierData,
  agreements: Evidence<readonly Reading<AccessAgreement>[]>,
  providers: ProviderDirectory,
): readonly Paper[] {
  if (agreements.state === 'unknown') return [];
  return agreements.value.flatMap(({ attachment, about, fields: { startsOn, endsOn, partyA, partyB } }) => {
    const named = [about, partyA?.value, partyB?.value].filter((name) => name !== null && name !== undefined);
    const isOther = !named.some((name) => sameProvider(providers, name, subject.value.provider));
    if (isOther && !(agreements.value.length === 1 && access.length === 1)) return [];
    const at = (page: number | undefined) => ({ ...subject.at, attachment, ...(page === undefined ? {} : { page }) });
    const term = {
      starts: startsOn?.value,
      ends: endsOn?.value,
      startsAt: at(startsOn?.page),
      endsAt: at(endsOn?.page),
      confidence: endsOn?.confidence ?? startsOn?.confidence ?? 'low',
    } as const;
    return [{ term, endsOn: endsOn === null ? null : { attachment, about, field: endsOn } }];
  });
}
