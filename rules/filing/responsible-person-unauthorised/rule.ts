import { z } from 'zod';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { samePersonName } from '../../../src/names/person-name.ts';
import { isFirm } from '../../reference/index.ts';

export default defineRule({
  id: 'filing/responsible-person-unauthorised',
  since: '0.1.0',
  title: { 'zh-CN': '主体负责人不是法定代表人', en: 'person responsible is not the legal representative' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['filing'],
  subject: 'dossier',
  needs: [],
  basis: [
    {
      kind: 'provider',
      cite: '华为云备案各省管局要求：主体负责人须为法定代表人，安徽、海南、江苏、四川可凭授权书',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    'not-representative': {
      'zh-CN': '主体负责人是{person}，法定代表人是{representative}；{province}要求由法定代表人担任主体负责人。',
      en: 'the person responsible is {person}, the legal representative is {representative}; {province} wants the latter.',
      fix: { 'zh-CN': '把主体负责人改为法定代表人。', en: 'Name the legal representative.' },
    },
    unauthorised: {
      'zh-CN': '主体负责人{person}不是法定代表人{representative}，也没有授权书。',
      en: 'the person responsible, {person}, is not the legal representative {representative} and holds no authorisation.',
      fix: {
        'zh-CN': '改为法定代表人；{province}接受授权的，附上签字盖章的授权书。',
        en: 'Name the legal representative, or attach an authorisation where {province} takes one.',
      },
    },
    ask: {
      'zh-CN':
        '主体负责人{person}不是法定代表人{representative}，已有授权；没有收集到{province}是否接受授权，请先问管局。',
      en: 'the person responsible, {person}, acts for the legal representative {representative}; whether {province} takes that is not known.',
      fix: {
        'zh-CN': '先问省通信管理局或接入商；不接受的，改为法定代表人。',
        en: 'Ask the authority or the provider first.',
      },
    },
  },
  *check({ subject, dossier, reference: { provinces } }) {
    const { persons = [], attachments = [], company, province } = dossier;
    const officers = persons.flatMap((person, index) =>
      person.roles.includes('subject-officer') ? [{ person, index }] : [],
    );
    if (officers.length === 0) return yield open('not-supplied', 'persons: subject-officer');
    const rule = provinces.find(({ short }) => short === province)?.facts.responsiblePerson;
    const wanted = rule !== undefined && isFirm(rule) ? rule.value : undefined;
    for (const { person, index } of officers) {
      if (samePersonName(person.name, company.legalRepresentative)) continue;
      const isAuthorised =
        person.authorised === true ||
        attachments.some(
          ({ kind, subject: about }) => kind === 'authorisation' && (about ?? person.name) === person.name,
        );
      if (wanted === 'authorised-person' && isAuthorised) continue;
      const data = { person: person.name, representative: company.legalRepresentative, province };
      const at = { ...subject.at, path: ['persons', index, 'name'] };
      if (wanted === 'legal-representative') yield { messageId: 'not-representative', data, at };
      else if (!isAuthorised) yield { messageId: 'unauthorised', data, at };
      else yield { messageId: 'ask', data, at, severity: 'info' };
    }
  },
});
