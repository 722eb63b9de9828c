import { distance } from 'fastest-levenshtein';
import { z } from 'zod';
import { kindName } from '../../../src/dossier/kind-name.ts';
import type { DossierData } from '../../../src/dossier/schema/dossier.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import type { SealInspection } from '../../../src/imaging/inspection.ts';
import { companyNameDistance, sameCompanyName } from '../../../src/names/company-name.ts';
import { isAnothers, isStraddlePart, nameOn, ownNames, sealAskedOn, sealsOn } from '../_seals.ts';

/** Characters that a reader of seals may get wrong in a name it is sure of; more are another name, or a poor reading. */
const SLIPS = 1;
/** Names that differ by less may be one name that was read badly: two slips in fourteen characters. */
const DOUBTFUL_SHARE = 0.2;
/** Confidence of the reading under which its characters are not held against anybody. Both are this tool's choice. */
const SURE_READING = 0.9;

/** What nearly every company's name ends in: a slip within it tells no two companies apart. */
const ENDING = '有限公司';

/** A name with one slip at most in its ending put right: a character misread, lost or added. */
function withWholeEnding(read: string): string {
  const ends = [ENDING.length, ENDING.length - 1, ENDING.length + 1].map((length) => read.slice(-length));
  const end = ends.find((each) => distance(each, ENDING) <= 1);
  return end === undefined ? read : `${read.slice(0, -end.length)}${ENDING}`;
}

/** The least difference from any of the company's names. */
function difference(seal: SealInspection, dossier: DossierData) {
  const text = withWholeEnding(nameOn(seal));
  const all = ownNames(dossier).map((name) => ({ name, ...companyNameDistance(text, name) }));
  return all.sort((a, b) => a.edits - b.edits)[0] ?? { name: dossier.company.name, edits: text.length, length: 1 };
}

/** Whether all that was read stands in the name in this order: characters may only have been lost. */
function isPartOf(read: string, name: string): boolean {
  let from = 0;
  return [...read].every((character) => {
    const at = name.indexOf(character, from);
    from = at + character.length;
    return at >= 0;
  });
}

const knownParties = ({ access = [], premises }: DossierData): readonly string[] =>
  [...access.flatMap(({ provider, agreement }) => [provider, agreement?.partyB]), premises?.landlord].filter(
    (name) => name !== undefined,
  );

export default defineRule({
  id: 'scan/seal-name-differs',
  since: '0.1.0',
  title: { 'zh-CN': '公章不是本公司的', en: 'seal of another company' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal', 'change'],
  subject: 'attachment',
  needs: ['seals'],
  basis: [
    {
      kind: 'law',
      cite: '国务院关于国家行政机关和企业事业单位社会团体印章管理的规定（国发〔1999〕25号）第十五条：印章所刊名称为法定名称',
      asOf: '2026-11',
    },
    { kind: 'provider', cite: '腾讯云备案文档“各省管局要求”：北京要求公章含主体名称的全部文字', asOf: '2026-11' },
  ],
  options: z.strictObject({}),
  messages: {
    differs: {
      'zh-CN': '“{document}”第 {page} 页的公章读作“{seal}”，没有找到“{company}”的章。',
      en: 'the seal on page {page} of the {document} reads "{seal}"; no seal of "{company}" was found.',
      fix: {
        'zh-CN':
          '核对原件：盖错了章的，换盖本公司公章重新扫描；公司更名后仍用旧章的，先更换印章；读错了的，人工确认即可。',
        en: "Look at the original: if the wrong seal was used, stamp a fresh copy with the company's own; after a change of name, have a new seal made; if it was only misread, confirm it by hand.",
      },
    },
  },
  // The names of auditors and registries are not in the dossier.
  appliesTo: ({ subject, dossier, reference }) => sealAskedOn(subject.value.kind, dossier, reference) === 'company',
  *check({ subject, evidence, dossier }) {
    const seals = sealsOn(evidence.seals).filter(({ seal }) => seal.kind !== 'name-chop' && !isStraddlePart(seal));
    // A poor seal that may be the company's own is for the rules on poor seals.
    const poor = seals.filter(({ seal }) => seal.verdict !== 'legible' && !isAnothers(seal, dossier));
    const read = seals
      .filter(({ seal }) => seal.verdict === 'legible' && seal.text !== '')
      .map((found) => ({ ...found, ...difference(found.seal, dossier) }))
      .sort((a, b) => a.edits - b.edits);
    const [nearest] = read;
    if (nearest === undefined || nearest.edits <= SLIPS) return;
    if (poor.some(({ seal }) => seal.verdict === 'inconclusive')) return yield open('inconclusive', subject.value.file);
    if (poor.length > 0) return;
    const { page, seal, name, edits, length } = nearest;
    const isKnownParty = knownParties(dossier).some((party) => sameCompanyName(party, nameOn(seal)));
    const isDoubtful =
      !isKnownParty &&
      (seal.textConfidence < SURE_READING || edits < length * DOUBTFUL_SHARE || isPartOf(nameOn(seal), name));
    yield {
      messageId: 'differs',
      data: { document: kindName(subject.value.kind), page, seal: seal.text, company: dossier.company.name },
      at: { ...subject.at, page, box: seal.box },
      compared: { seen: seal.text, expected: dossier.company.name },
      confidence: isDoubtful ? 'low' : 'medium',
    };
  },
});
