import { z } from 'zod';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule } from '../../../src/engine/rule.ts';
import { parseResidentId } from '../../../src/identifiers/resident-id.ts';

const residentKinds: ReadonlySet<string> = new Set(['resident-id', 'residence-permit']);

export default defineRule({
  id: 'person/invalid-id-number',
  since: '0.1.0',
  title: { 'zh-CN': '身份证号码有误', en: 'invalid identity number' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal', 'change'],
  subject: 'person',
  needs: [],
  basis: [{ kind: 'law', cite: 'GB 11643-1999《公民身份号码》', asOf: '2026-11' }],
  options: z.strictObject({}),
  messages: {
    length: {
      'zh-CN': '“{name}”的身份证号有 {length} 位，应为 18 位。',
      en: 'the identity number of "{name}" has {length} characters; it must have 18.',
      fix: copyAgain(),
    },
    'first-generation': {
      'zh-CN': '“{name}”的身份证号是 15 位的一代证号码，已经停用，应填 18 位。',
      en: 'the identity number of "{name}" has the 15 digits of the first generation, which is no longer valid; 18 are needed.',
      fix: {
        'zh-CN': '按现在有效的二代身份证填写 18 位号码。',
        en: 'Give the 18-character number of the card now in force.',
      },
    },
    character: {
      'zh-CN': '“{name}”的身份证号第 {position} 位不是数字（只有第 18 位可以是 X）。',
      en: 'character {position} of the identity number of "{name}" is no digit; only the 18th may be an X.',
      fix: copyAgain(),
    },
    date: {
      'zh-CN': '“{name}”的身份证号里，第 7 至 14 位不是真实的出生日期。',
      en: 'characters 7 to 14 of the identity number of "{name}" are no date of birth.',
      fix: copyAgain(),
    },
    'born-later': {
      'zh-CN': '“{name}”的身份证号里的出生日期晚于 {today}。',
      en: 'the date of birth in the identity number of "{name}" is after {today}.',
      fix: copyAgain(),
    },
    check: {
      'zh-CN': '“{name}”的身份证号校验不通过，至少抄错了一位。',
      en: 'the identity number of "{name}" fails its check; at least one character is wrong.',
      fix: copyAgain(),
    },
    'residence-permit': {
      'zh-CN': '“{name}”的号码以 81、82 或 83 开头，这是港澳台居民居住证，“证件类型”却填了居民身份证。',
      en: 'the number of "{name}" begins with 81, 82 or 83, a residence permit for Hong Kong, Macao or Taiwan residents, but the kind says resident identity card.',
      fix: {
        'zh-CN': '把“证件类型”改为“港澳台居民居住证”，并附该证件的正反面。',
        en: 'Set idKind to residence-permit and attach both sides of that paper.',
      },
    },
  },
  appliesTo: ({ subject: { value } }) =>
    value.idNumber !== undefined && residentKinds.has(value.idKind ?? 'resident-id'),
  *check({ subject, today }) {
    const { name, idNumber = '', idKind } = subject.value;
    const at = fieldOf(subject, 'idNumber');
    const parsed = parseResidentId(idNumber);
    if (parsed.ok) {
      if (parsed.value.birthDate > today) yield { messageId: 'born-later', data: { name, today }, at };
      else if (parsed.value.holder !== 'mainland' && idKind !== 'residence-permit')
        yield { messageId: 'residence-permit', data: { name }, at: fieldOf(subject, 'idKind'), severity: 'info' };
      return;
    }
    const { problem } = parsed;
    switch (problem.kind) {
      case 'empty':
        return yield { messageId: 'length', data: { name, length: 0 }, at };
      case 'first-generation':
        return yield { messageId: 'first-generation', data: { name }, at };
      case 'wrong-length':
        return yield { messageId: 'length', data: { name, length: problem.length }, at };
      case 'forbidden-character':
        return yield { messageId: 'character', data: { name, position: problem.position }, at };
      case 'impossible-date':
        return yield { messageId: 'date', data: { name }, at };
      case 'wrong-check-character':
        return yield { messageId: 'check', data: { name }, at };
    }
  },
});

function copyAgain() {
  return {
    'zh-CN': '对照身份证原件逐位重抄。证件类型不是身份证的，先改“证件类型”。',
    en: 'Copy it again from the card, character by character; if it is another kind of paper, set idKind first.',
  } as const;
}
