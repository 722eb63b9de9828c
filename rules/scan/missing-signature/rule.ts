import { z } from 'zod';
import { kindName } from '../../../src/dossier/kind-name.ts';
import { requirementFor } from '../../../src/dossier/required-documents.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import type { EvidenceValues } from '../../../src/evidence/kinds.ts';
import type { SignatureInspection } from '../../../src/imaging/inspection.ts';

type Signer = 'legal-representative' | 'responsible-person';

const names = {
  'legal-representative': { 'zh-CN': '法定代表人', en: 'the legal representative' },
  'responsible-person': { 'zh-CN': '负责人', en: 'the responsible person' },
} as const;

/** How forms call them: 法人 for the legal representative is wrong in law and common on paper. */
const wordings: Readonly<Record<Signer, RegExp>> = {
  'legal-representative': /法定代表|法人/u,
  'responsible-person': /负责人/u,
};

interface Place {
  readonly page: number;
  readonly place: SignatureInspection;
}

/** The places that name the signer; where none does, every place of the paper is meant for whom the paper asks. */
function placesFor(signer: Signer, pages: EvidenceValues['signatures']): readonly Place[] {
  const all = pages.flatMap(({ number, signatures }) => signatures.map((place) => ({ page: number, place })));
  const named = all.filter(({ place }) => wordings[signer].test(place.label));
  return named.length > 0 ? named : all;
}

/** 签章 and 签字或盖章 leave the choice: a seal does there. */
const isDone = ({ verdict, reason, label }: SignatureInspection): boolean =>
  verdict === 'signed' || (reason === 'seal-only' && label.includes('章'));

/** Less certain than this, somebody should look. */
const SURE = 0.9;

export default defineRule({
  id: 'scan/missing-signature',
  since: '0.1.0',
  title: { 'zh-CN': '没有签字', en: 'signature missing' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['annual-report', 'filing', 'application'],
  subject: 'attachment',
  needs: ['signatures'],
  basis: [
    {
      kind: 'practice',
      cite: '《ICP许可证年报通关全攻略》第三步：承诺书由法人签字、盖公章后扫描上传',
      asOf: '2026-11',
    },
    { kind: 'provider', cite: '腾讯云备案文档“常见驳回原因及其处理”：核验单无签字', asOf: '2026-11' },
  ],
  options: z.strictObject({}),
  messages: {
    missing: {
      'zh-CN': '“{document}”应由{who}签字，第 {page} 页“{label}”处是空的。',
      en: 'the {document} must be signed by {who}; the place "{label}" on page {page} is empty.',
      fix: {
        'zh-CN': '打印出来由本人用黑色或蓝黑色笔手写签名，再用彩色模式扫描原件。',
        en: 'Print it, have the person sign by hand in black or blue-black ink, and scan the original in colour.',
      },
    },
    'seal-only': {
      'zh-CN': '“{document}”应由{who}签字，第 {page} 页“{label}”处只有印章，没有手写签名。',
      en: 'the {document} must be signed by {who}; the place "{label}" on page {page} bears a seal and no handwriting.',
      fix: {
        'zh-CN': '由本人在“签字”处手写签名，印章不能代替；再用彩色模式扫描原件。',
        en: 'Have the person sign by hand, for which a seal does not stand, and scan the original in colour.',
      },
    },
    typed: {
      'zh-CN': '“{document}”应由{who}签字，第 {page} 页“{label}”处的姓名是打印的，不是手写的。',
      en: 'the {document} must be signed by {who}; the name at "{label}" on page {page} is printed, not written by hand.',
      fix: {
        'zh-CN': '打印的姓名可以保留，由本人在旁边手写签名，再用彩色模式扫描原件。',
        en: 'The printed name may stay; have the person sign by hand beside it and scan the original in colour.',
      },
    },
  },
  appliesTo: ({ subject, dossier, reference }) =>
    requirementFor(subject.value.kind, dossier, reference)?.signature !== undefined,
  *check({ subject, evidence, dossier, reference }) {
    const { kind, file } = subject.value;
    const signer = requirementFor(kind, dossier, reference)?.signature ?? 'legal-representative';
    const places = placesFor(signer, evidence.signatures);
    if (places.some(({ place }) => isDone(place))) return;
    const [first] = places.filter(({ place }) => place.verdict !== 'inconclusive');
    // A paper on which no place was found may be signed where no label asks for it.
    if (first === undefined || places.some(({ place }) => place.verdict === 'inconclusive'))
      return yield open('inconclusive', file);
    const { page, place } = first;
    yield {
      messageId: place.verdict === 'typed' ? 'typed' : place.reason === 'seal-only' ? 'seal-only' : 'missing',
      data: { document: kindName(kind), who: names[signer], page, label: place.label },
      at: { ...subject.at, page, box: place.box },
      confidence: place.confidence >= SURE ? 'medium' : 'low',
    };
  },
});
