import { z } from 'zod';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule, type Place } from '../../../src/engine/rule.ts';
import { sameProvider } from '../../../src/network/providers.ts';

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
  basis: [{ kind: 'regulator', cite: '电信业务经营许可申请材料要求：有效期内的接入（托管）协议', asOf: '2026-11' }],
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
    const terms: {
      starts: string | undefined;
      ends: string | undefined;
      startsAt: Place;
      endsAt: Place;
      confidence: 'high' | 'medium' | 'low';
    }[] = [];
    if (agreement !== undefined) {
      terms.push({
        starts: agreement.startsOn,
        ends: agreement.endsOn,
        startsAt: fieldOf(subject, 'agreement', 'startsOn'),
        endsAt: fieldOf(subject, 'agreement', 'endsOn'),
        confidence: 'high',
      });
    } else if (evidence.accessAgreements.state === 'known') {
      const readings = evidence.accessAgreements.value;
      const alone = readings.length === 1 && (dossier.access ?? []).length === 1;
      for (const { attachment, about, fields } of readings) {
        const { startsOn, endsOn } = fields;
        if (!alone && (about === null || !sameProvider(providers, about, provider))) continue;
        terms.push({
          starts: startsOn?.value,
          ends: endsOn?.value,
          startsAt: { ...subject.at, attachment, ...(startsOn === null ? {} : { page: startsOn.page }) },
          endsAt: { ...subject.at, attachment, ...(endsOn === null ? {} : { page: endsOn.page }) },
          confidence: endsOn?.confidence ?? startsOn?.confidence ?? 'low',
        });
      }
    }
    if (terms.length === 0)
      return yield {
        open: evidence.accessAgreements.state === 'unknown' ? evidence.accessAgreements.reason : 'not-supplied',
      };
    const year = dossier.procedure === 'annual-report' ? dossier.reportYear : undefined;
    for (const { starts, ends, startsAt, endsAt, confidence } of terms) {
      if (ends !== undefined && ends < today)
        yield { messageId: 'expired', data: { provider, ends, today }, at: endsAt, confidence };
      if (starts !== undefined && starts > today)
        yield { messageId: 'not-begun', data: { provider, starts, today }, at: startsAt, confidence };
      else if (starts !== undefined && year !== undefined && starts > `${year}-01-01` && starts <= `${year}-12-31`) {
        yield {
          messageId: 'uncovered',
          data: { provider, starts, year },
          at: startsAt,
          confidence,
          severity: 'warning',
        };
      }
    }
  },
});
