import { z } from 'zod';
import { provinceName } from '../../../src/dossier/province-name.ts';
import { defineRule } from '../../../src/engine/rule.ts';
import { parsePhone } from '../../../src/identifiers/mobile.ts';
import { samePersonName } from '../../../src/names/person-name.ts';
import { isFirm } from '../../reference/index.ts';
import { hasRole, type Person, roleName } from '../_roles.ts';

/** Two spellings of one number are one number; what is no number is compared as it is written. */
const numberOf = (written: string): string => {
  const parsed = parsePhone(written);
  return parsed.ok ? parsed.value.canonical : written.trim();
};

const numbersOf = ({ mobile, phone }: Person): readonly string[] =>
  [mobile, phone].flatMap((written) => (written === undefined ? [] : [numberOf(written)]));

const isOfficer = (person: Person) => hasRole(person, 'subject-officer', 'site-officer');

export default defineRule({
  id: 'person/phone-reused',
  since: '0.1.0',
  title: { 'zh-CN': '一个手机号给两个人用', en: 'one telephone number for two roles' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['filing', 'annual-report'],
  subject: 'dossier',
  needs: [],
  basis: [
    {
      kind: 'provider',
      cite: '腾讯云备案文档“各省管局要求”：主体负责人、网站负责人与应急联系人的号码不能相同（北京 3 个、广东 2 个不同号码）',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    shared: {
      'zh-CN': '“{first}”（{firstRole}）和“{second}”（{secondRole}）填了同一个手机号。两个人应各用各的号码。',
      en: '"{first}" ({firstRole}) and "{second}" ({secondRole}) give the same mobile number; each needs one of their own.',
      fix: {
        'zh-CN': '请两人各报本人实名登记的手机号，改正填错的一处。不要用代办人员的号码代替。',
        en: 'Have each give the number registered in their own name; do not put an agent’s number in its place.',
      },
    },
    'no-second-number': {
      'zh-CN': '“{name}”既是负责人又是应急联系人，却只留了一个号码。应急电话不能与负责人手机相同。',
      en: '"{name}" is both responsible and the emergency contact, with one number only; the emergency number must be another.',
      fix: {
        'zh-CN': '换一位应急联系人；或给“{name}”再填一个能接通的固定电话。',
        en: 'Name another emergency contact, or give a landline of "{name}" as well.',
      },
    },
    'too-few': {
      'zh-CN': '{province}要求备案至少留 {needed} 个不同的号码，现在只有 {count} 个。依据：{source}。',
      en: '{province} asks for {needed} different numbers in a filing; there are {count}. Source: {source}.',
      fix: {
        'zh-CN': '给主体负责人、网站负责人、应急联系人各留一个不同的、能接通的号码。',
        en: 'Give the officers and the emergency contact a number each that can be reached.',
      },
    },
  },
  *check({ dossier, reference }) {
    const persons = (dossier.persons ?? []).map((person, index) => ({ person, index }));
    for (const { person, index } of persons) {
      const { mobile, name } = person;
      if (mobile === undefined) continue;
      const earlier = persons.find(
        (other) =>
          other.index < index &&
          other.person.mobile !== undefined &&
          numberOf(other.person.mobile) === numberOf(mobile) &&
          !samePersonName(other.person.name, name),
      )?.person;
      if (earlier === undefined) continue;
      yield {
        messageId: 'shared',
        data: {
          first: earlier.name,
          firstRole: firstRole(earlier),
          second: name,
          secondRole: firstRole(person),
        },
        at: { path: ['persons', index, 'mobile'] },
      };
    }
    if (dossier.procedure !== 'filing') return;

    for (const { person, index } of persons) {
      if (!isOfficer(person) || !hasRole(person, 'emergency-contact') || numbersOf(person).length !== 1) continue;
      const hasAnother = persons.some(
        ({ person: other }) => other !== person && hasRole(other, 'emergency-contact') && numbersOf(other).length > 0,
      );
      if (hasAnother) continue;
      const at = { path: ['persons', index, 'mobile'] };
      yield { messageId: 'no-second-number', data: { name: person.name }, at };
    }

    const required = reference.provinces.find(({ short }) => short === dossier.province)?.facts.distinctPhones;
    if (required === undefined || !isFirm(required)) return;
    const filed = persons
      .map(({ person }) => person)
      .filter((person) => isOfficer(person) || hasRole(person, 'emergency-contact'));
    const officers = new Set(filed.filter(isOfficer).map(({ name }) => name)).size;
    // The province's figure is meant for two officers and an emergency contact; with one officer, one number less.
    const needed = Math.min(required.value, officers + 1);
    const count = new Set(filed.flatMap(numbersOf)).size;
    if (officers === 0 || count >= needed) return;
    yield {
      messageId: 'too-few',
      data: { province: provinceName(dossier.province, reference), needed, count, source: required.basis.cite },
      at: { path: ['persons'] },
      basis: [required.basis],
    };
  },
});

function firstRole({ roles: [role] }: Person) {
  return role === undefined ? '' : roleName(role);
}
