import { z } from 'zod';
import { kindName } from '../../../src/dossier/kind-name.ts';
import { requirementFor } from '../../../src/dossier/required-documents.ts';
import type { DossierData } from '../../../src/dossier/schema/dossier.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import type { SealInspection } from '../../../src/imaging/inspection.ts';
import { THRESHOLDS } from '../../../src/imaging/seal/thresholds.ts';
import { companyNameDistance } from '../../../src/names/company-name.ts';

const percent = (share: number) => `${Math.round(share * 100)}%`;

/** Under the least contrast a seal counts as illegible, because nothing else of it can be judged: it is pale all the same. */
const isPale = ({ verdict, reason }: SealInspection) =>
  verdict === 'faint' || (verdict === 'illegible' && reason === 'low-contrast');

/** Whether a seal was read as that of another party to the paper, or as a name that has little of the company's. */
function isAnothers({ text }: SealInspection, { company, access = [] }: DossierData): boolean {
  if (text === '') return false;
  const { edits, length } = companyNameDistance(text, company.name);
  const parties = access.flatMap(({ provider, agreement }) => [provider, agreement?.partyA, agreement?.partyB]);
  const nearest = parties.flatMap((name) => (name === undefined ? [] : companyNameDistance(text, name).edits));
  return edits * 2 > length || Math.min(...nearest) < edits;
}

export default defineRule({
  id: 'scan/faint-seal',
  since: '0.1.0',
  title: { 'zh-CN': '公章颜色过浅', en: 'seal too pale' },
  severity: 'error',
  tags: ['top7', 'offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal', 'change'],
  subject: 'attachment',
  needs: ['seals'],
  basis: [
    {
      kind: 'practice',
      cite: '《ICP许可证年报通关全攻略》高频踩坑第6条：公章颜色过浅，被识别为“无效公章”',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    faint: {
      'zh-CN': '“{document}”第 {page} 页的印章太浅：墨色深浅 {contrast}，要 {least} 以上才读得出，会被当作无效公章。',
      en: 'the seal on page {page} of the {document} is too pale: contrast {contrast} where {least} is needed to read it; a machine will take it as invalid.',
      fix: {
        'zh-CN': '给印章加足印油，在平整的纸上用力均匀地重盖一份，再用彩色模式扫描原件。不要用软件加深或修补印章。',
        en: 'Ink the seal well, stamp a fresh copy evenly on a flat surface and scan the original in colour. Never darken or mend a seal by software.',
      },
    },
  },
  appliesTo: ({ subject, dossier, reference }) =>
    requirementFor(subject.value.kind, dossier, reference)?.seal !== undefined,
  *check({ subject, evidence, dossier, reference }) {
    const isOurs = requirementFor(subject.value.kind, dossier, reference)?.seal === 'company';
    const found = evidence.seals.flatMap(({ number, seals }) => seals.map((seal) => ({ page: number, seal })));
    const counted = isOurs ? found.filter(({ seal }) => !isAnothers(seal, dossier)) : found;
    // One good seal is what was asked for; a pale one beside it does no harm.
    if (counted.some(({ seal: { verdict, kind } }) => verdict === 'legible' && kind !== 'name-chop')) return;
    // Of several pale ones the strongest is shown: the others are paler still.
    const [strongest] = counted.filter(({ seal }) => isPale(seal)).sort((a, b) => b.seal.contrast - a.seal.contrast);
    if (strongest !== undefined) {
      const { page, seal } = strongest;
      const data = { page, contrast: percent(seal.contrast), least: percent(THRESHOLDS.verdict.faintContrast) };
      const at = { ...subject.at, page, box: seal.box };
      return yield { messageId: 'faint', data: { document: kindName(subject.value.kind), ...data }, at };
    }
    if (counted.some(({ seal }) => seal.verdict === 'inconclusive')) yield open('inconclusive', subject.value.file);
  },
});
