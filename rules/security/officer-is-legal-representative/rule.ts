import { z } from 'zod';
import type { DossierData } from '../../../src/dossier/schema/dossier.ts';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule } from '../../../src/engine/rule.ts';
import { parseMobile } from '../../../src/identifiers/mobile.ts';
import { samePersonName } from '../../../src/names/person-name.ts';

type Person = NonNullable<DossierData['persons']>[number];

export default defineRule({
  id: 'security/officer-is-legal-representative',
  since: '0.1.0',
  title: { 'zh-CN': '安全责任人填了法定代表人', en: 'security officer is the legal representative' },
  severity: 'error',
  tags: ['top7', 'offline'],
  procedures: ['annual-report'],
  subject: 'person',
  needs: [],
  basis: [
    {
      kind: 'practice',
      cite: '《ICP许可证年报通关全攻略》高频踩坑第4条：安全责任人填法人，电话抽查答不上来，列入重点检查',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    same: {
      'zh-CN': '信息安全责任人“{name}”就是法定代表人，又没有带手机号的副责任人。电话抽查时，要由懂安全的人接听。',
      en: 'the security officer "{name}" is the legal representative, and no deputy with a mobile number is named; somebody who knows security must answer when the authority calls.',
      fix: {
        'zh-CN': '改填实际负责网络与信息安全的员工和他的手机号，并由公司书面任命；或者增设副责任人，填上手机号。',
        en: 'Name the employee who is in charge of security, with a mobile number and a written appointment, or add a deputy with a mobile number.',
      },
    },
    'same-with-deputy': {
      'zh-CN': '信息安全责任人“{name}”就是法定代表人；虽有副责任人“{deputy}”，抽查电话仍会先打给责任人。',
      en: 'the security officer "{name}" is the legal representative; the deputy "{deputy}" is named, but the authority calls the officer first.',
      fix: {
        'zh-CN': '请法定代表人熟悉等保、日志留存和应急预案；或者改由“{deputy}”担任责任人。',
        en: 'Brief the legal representative on MLPS, logs and the emergency plan, or make "{deputy}" the officer.',
      },
    },
  },
  appliesTo: ({ subject }) => subject.value.roles.includes('security-officer'),
  *check({ subject, dossier }) {
    const officer = subject.value;
    const isRepresentative = (person: Person) =>
      person.roles.includes('legal-representative') || samePersonName(person.name, dossier.company.legalRepresentative);
    if (!isRepresentative(officer)) return;
    const deputy = (dossier.persons ?? []).find(
      (person) =>
        person.roles.some((role) => role === 'security-deputy' || role === 'security-officer') &&
        !isRepresentative(person) &&
        hasOwnMobile(person, officer),
    );
    const data = { name: officer.name };
    const at = fieldOf(subject, 'name');
    if (deputy === undefined) yield { messageId: 'same', data, at };
    else {
      yield { messageId: 'same-with-deputy', data: { ...data, deputy: deputy.name }, at, severity: 'warning' };
    }
  },
});

/** A number that rings the officer reaches nobody else. */
function hasOwnMobile(deputy: Person, officer: Person): boolean {
  const [own, other] = [deputy, officer].map(({ mobile = '' }) => parseMobile(mobile));
  if (own === undefined || !own.ok) return false;
  return other === undefined || !other.ok || other.value.canonical !== own.value.canonical;
}
