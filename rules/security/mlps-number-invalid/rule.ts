import { z } from 'zod';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { parseMlpsCertificateNumber, parseMlpsReportNumber } from '../../../src/identifiers/mlps-number.ts';

export default defineRule({
  id: 'security/mlps-number-invalid',
  since: '0.1.0',
  title: { 'zh-CN': '等保编号有误', en: 'MLPS number invalid' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['annual-report'],
  subject: 'dossier',
  needs: [],
  basis: [
    {
      kind: 'practice',
      cite: '等保备案证明编号 11 位+5 位；测评报告编号由证明编号、年份、机构号、序号组成',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    certificate: {
      'zh-CN': '等保备案证明编号“{number}”不是 11 位数字-5 位数字的形式。',
      en: 'the MLPS certificate number "{number}" is not of the form 11 digits-5 digits.',
      fix: {
        'zh-CN': '照公安机关颁发的备案证明原样抄写。',
        en: 'Copy it from the certificate of the public-security authority.',
      },
    },
    report: {
      'zh-CN': '测评报告编号“{number}”形式不对（应为 证明编号-年份-机构号-序号）。',
      en: 'the report number "{number}" is malformed (certificate-year-assessor-serial).',
      fix: { 'zh-CN': '照测评报告封面原样抄写。', en: 'Copy it from the cover of the report.' },
    },
    differs: {
      'zh-CN': '测评报告编号前 16 位 {seen} 与备案证明编号 {expected} 不同，可能附了另一个系统的报告。',
      en: 'the first 16 digits of the report number are {seen}, the certificate is {expected}; perhaps the report is of another system.',
      fix: { 'zh-CN': '核对两份文件是否同一系统，换上对应的报告。', en: 'Make sure that both are of one system.' },
    },
  },

  *check({ dossier, subject }) {
    const { level = 0, certificateNumber, reportNumber } = dossier.security?.mlps ?? {};
    if (level >= 2 && certificateNumber === undefined) yield open('not-supplied', 'security.mlps.certificateNumber');
    const at = (key: string) => ({ ...subject.at, path: ['security', 'mlps', key] });
    const certificate = certificateNumber === undefined ? undefined : parseMlpsCertificateNumber(certificateNumber);
    const report = reportNumber === undefined ? undefined : parseMlpsReportNumber(reportNumber);
    if (certificate?.ok === false)
      yield { messageId: 'certificate', data: { number: certificateNumber ?? '' }, at: at('certificateNumber') };
    if (report?.ok === false)
      yield { messageId: 'report', data: { number: reportNumber ?? '' }, at: at('reportNumber') };
    if (certificate?.ok !== true || report?.ok !== true || report.value.certificate === certificate.value.canonical)
      return;
    yield {
      messageId: 'differs',
      data: { seen: report.value.certificate, expected: certificate.value.canonical },
      at: at('reportNumber'),
    };
  },
});
