import { z } from 'zod';
import { provinceName } from '../../../src/dossier/province-name.ts';
import type { DossierData } from '../../../src/dossier/schema/dossier.ts';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { ageOn, parseResidentId } from '../../../src/identifiers/resident-id.ts';
import { isFirm } from '../../reference/index.ts';
import { hasRole, type Role } from '../_roles.ts';

/** People whose identity the authority verifies: only of theirs can the age be asked. */
const verifiedRoles: { readonly [P in DossierData['procedure']]?: readonly Role[] } = {
  filing: ['legal-representative', 'subject-officer', 'site-officer'],
  application: ['legal-representative'],
};

/** Civil Code art. 17: from 18 on a person is of age. */
const fullAge = 18;

export default defineRule({
  id: 'person/underage',
  since: '0.1.0',
  title: { 'zh-CN': '负责人不满规定年龄', en: 'responsible person under age' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['filing', 'application'],
  subject: 'person',
  needs: [],
  basis: [
    {
      kind: 'regulator',
      cite: '各省通信管理局对备案负责人的年龄要求（据腾讯云备案文档“各省管局要求”：多数省 18 周岁，广东、江苏、四川 16 周岁并附工作证明）',
      asOf: '2026-11',
    },
    { kind: 'law', cite: '《中华人民共和国民法典》第十七条：十八周岁以上的自然人为成年人', asOf: '2026-11' },
  ],
  options: z.strictObject({}),
  messages: {
    underage: {
      'zh-CN': '“{name}”按身份证号在 {today} 是 {age} 周岁，{province}要求年满 {minimum} 周岁。依据：{source}。',
      en: 'by the identity number "{name}" is {age} on {today}; {province} asks for {minimum}. Source: {source}.',
      fix: {
        'zh-CN': '先核对身份证号有没有抄错；确实不满的，换一位符合年龄的负责人，并同时更换其证件、手机和授权材料。',
        en: 'Check the identity number first; if it is right, name somebody of age, with that person’s papers, telephone and authorisation.',
      },
    },
    'proof-of-work': {
      'zh-CN': '“{name}”{age} 周岁，达到{province}的 {minimum} 周岁，但未成年，须附工作证明。依据：{source}。',
      en: '"{name}" is {age}, which {province} accepts from {minimum} on, but only with a proof of employment. Source: {source}.',
      fix: {
        'zh-CN': '附上加盖公章的在职证明或劳动合同；也可以换一位成年的负责人。',
        en: 'Attach a sealed proof of employment, or name an adult.',
      },
    },
  },
  appliesTo: ({ subject: { value }, dossier }) => hasRole(value, ...(verifiedRoles[dossier.procedure] ?? [])),
  *check({ subject, dossier, reference, today }) {
    const { name, idNumber, idKind = 'resident-id' } = subject.value;
    if (idKind !== 'resident-id' && idKind !== 'residence-permit') return yield open('not-supplied', idKind);
    if (idNumber === undefined) return yield open('not-supplied', 'idNumber');
    const parsed = parseResidentId(idNumber);
    // person/invalid-id-number says what is wrong with it.
    if (!parsed.ok) return yield open('inconclusive', 'idNumber');
    const minimum = reference.provinces.find(({ short }) => short === dossier.province)?.facts.minimumAge;
    if (minimum === undefined || !isFirm(minimum)) return yield open('not-supplied', 'rules/reference/provinces.yaml');
    const age = ageOn(parsed.value.birthDate, today);
    const at = fieldOf(subject, 'idNumber');
    const source = minimum.basis.cite;
    if (age < minimum.value) {
      const data = {
        name,
        age,
        today,
        province: provinceName(dossier.province, reference),
        minimum: minimum.value,
        source,
      };
      yield { messageId: 'underage', data, at };
    } else if (age < fullAge) {
      const data = { name, age, province: provinceName(dossier.province, reference), minimum: minimum.value, source };
      yield { messageId: 'proof-of-work', data, at, severity: 'info' };
    }
  },
});
