import { z } from 'zod';
import { kindName } from '../../../src/dossier/kind-name.ts';
import type { DossierData } from '../../../src/dossier/schema/dossier.ts';
import { defineRule } from '../../../src/engine/rule.ts';
import { samePersonName } from '../../../src/names/person-name.ts';
import { hasRole, type Person, type Role, roleName } from '../_roles.ts';

const sides = ['id-card-front', 'id-card-back'] as const;

export default defineRule({
  id: 'person/identity-page-missing',
  since: '0.1.0',
  title: { 'zh-CN': '身份证缺一面', en: 'a side of the identity card missing' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['filing', 'application', 'change'],
  subject: 'person',
  needs: [],
  uses: ['identityCards'],
  basis: [
    {
      kind: 'regulator',
      cite: '工信部电管〔2010〕64号《关于进一步落实网站备案信息真实性核验工作方案（试行）》：核验主办者和网站负责人的证件，留存复印件',
      asOf: '2026-11',
    },
    { kind: 'provider', cite: '腾讯云备案文档“备案材料清单”：负责人身份证件', asOf: '2026-11' },
    { kind: 'practice', cite: '代办机构的公开说明：法定代表人变更须附身份证正反面和任免文件', asOf: '2026-11' },
  ],
  options: z.strictObject({}),
  messages: {
    missing: {
      'zh-CN': '缺少{role}“{name}”的{side}。',
      en: 'the {side} of the {role} "{name}" is missing.',
      fix: {
        'zh-CN': '用彩色模式扫描“{name}”的身份证，正反面各一个文件，在“附件”里登记种类，并把“对象”写成这个人的姓名。',
        en: 'Scan both sides of the card of "{name}" in colour, one file each, and list them under attachments with that name as subject.',
      },
    },
    'same-side-twice': {
      'zh-CN': '“{file}”登记为国徽面，读到的却是人像面的姓名和号码，可能同一面传了两次。',
      en: '"{file}" is listed as the emblem side, but name and number of the portrait side were read on it; the same side may be attached twice.',
      fix: {
        'zh-CN': '打开文件看一眼：确实是人像面的，换成国徽面（有签发机关和有效期限的一面）。',
        en: 'Open the file: if it is the portrait side, replace it by the emblem side, which bears the issuer and the term.',
      },
    },
  },
  appliesTo: ({ subject: { value }, dossier }) => verifiedRole(value, dossier) !== undefined,
  *check({ subject, dossier, evidence }) {
    const { name } = subject.value;
    const role = verifiedRole(subject.value, dossier);
    if (role === undefined) return;
    const verified = (dossier.persons ?? []).filter((person) => verifiedRole(person, dossier) !== undefined);
    // A card that names nobody is that of the only person who needs one.
    const isOnly = new Set(verified.map((person) => person.name)).size === 1;
    const cards = (dossier.attachments ?? []).filter(({ subject: about }) =>
      about === undefined ? isOnly : samePersonName(about, name),
    );
    for (const side of sides) {
      if (cards.some(({ kind }) => kind === side)) continue;
      yield {
        messageId: 'missing',
        data: { role: roleName(role), name, side: kindName(side) },
        at: { path: ['attachments'] },
        // Of applications and changes only articles and agencies say so.
        ...(dossier.procedure === 'filing' ? {} : { severity: 'warning' as const }),
      };
    }

    const readings = evidence.identityCards.state === 'known' ? evidence.identityCards.value : [];
    for (const { attachment, fields } of readings) {
      const isBack = cards.some(({ file, kind }) => file === attachment && kind === 'id-card-back');
      const { name: readName, number, validTo } = fields;
      // A file may hold both sides.
      if (!isBack || readName === null || number === null || validTo !== null) continue;
      yield {
        messageId: 'same-side-twice',
        data: { file: attachment },
        at: { path: ['attachments'], attachment, page: number.page },
        // Whoever looks at the picture knows at once; text alone is no proof.
        confidence: 'low',
      };
    }
  },
});

/** The role for which the person's card is asked: the one that is responsible for the filing, or represents the company. */
function verifiedRole(person: Person, { procedure, changes }: DossierData): Role | undefined {
  if (procedure === 'filing') return hasRole(person, 'subject-officer') ? 'subject-officer' : undefined;
  if (procedure === 'change' && !(changes ?? []).some(({ kind }) => kind === 'legal-representative')) return undefined;
  return hasRole(person, 'legal-representative') ? 'legal-representative' : undefined;
}
