import { z } from 'zod';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule } from '../../../src/engine/rule.ts';
import { samePersonName } from '../../../src/names/person-name.ts';

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
      'zh-CN': '信息安全责任人“{name}”就是法定代表人，也没有指定带手机号的副责任人。电话抽查时须由懂安全的人接听。',
      en: 'the security officer "{name}" is the legal representative, and no deputy with a mobile number is named; somebody who knows security must answer when the authority calls.',
      fix: {
        'zh-CN': '改填实际负责网络与信息安全的员工及其手机号，并以公司文件任命；或增设副责任人并填手机号。',
        en: 'Name the employee who is in charge of security, with a mobile number and a written appointment, or add a deputy with a mobile number.',
      },
    },
    'same-with-deputy': {
      'zh-CN': '信息安全责任人“{name}”就是法定代表人；已指定副责任人“{deputy}”，抽查电话仍会先打给责任人。',
      en: 'the security officer "{name}" is the legal representative; the deputy "{deputy}" is named, but the authority calls the officer first.',
      fix: {
        'zh-CN': '请让法定代表人熟悉等保、日志留存和应急预案，或改由副责任人担任责任人。',
        en: 'Brief the legal representative on MLPS, logs and the emergency plan, or make the deputy the officer.',
      },
    },
  },
  appliesTo: ({ subject }) => subject.value.roles.includes('security-officer'),
  *check({ subject, dossier }) {
    const { name } = subject.value;
    if (!samePersonName(name, dossier.company.legalRepresentative)) return;
    const deputy = (dossier.persons ?? []).find(
      (person) =>
        person.roles.includes('security-deputy') && person.mobile !== undefined && !samePersonName(person.name, name),
    );
    const at = fieldOf(subject, 'name');
    if (deputy === undefined) yield { messageId: 'same', data: { name }, at };
    else yield { messageId: 'same-with-deputy', data: { name, deputy: deputy.name }, at, severity: 'warning' };
  },
});
