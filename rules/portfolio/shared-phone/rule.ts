import { z } from 'zod';
import { defineRule } from '../../../src/engine/rule.ts';
import { samePersonName } from '../../../src/names/person-name.ts';
import { isOfficer, mobileKey, usccKey } from '../../../src/portfolio/portfolio-index.ts';

export default defineRule({
  id: 'portfolio/shared-phone',
  since: '0.1.0',
  title: { 'zh-CN': '多家公司的人员用同一手机号', en: "one mobile number for several companies' officers" },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['annual-report', 'filing', 'application', 'renewal', 'change'],
  subject: 'portfolio',
  needs: [],
  basis: [{ kind: 'provider', cite: '腾讯云、华为云备案文档：手机号已被其他主体使用的不能再用', asOf: '2026-11' }],
  options: z.strictObject({}),
  messages: {
    'other-person': {
      'zh-CN': '{person}的手机号 {mobile} 在别家的材料里是别人的：{others}。',
      en: "{person}'s mobile number {mobile} is another person's elsewhere: {others}.",
      fix: {
        'zh-CN': '逐一打电话核实，各填本人实际使用的号码。',
        en: 'Ring each of them up and enter the number that each really uses.',
      },
    },
    'same-person': {
      'zh-CN':
        '{person}的手机号 {mobile} 也填在别家的材料里：{others}。同一人任职几家公司可以，备案时一个号码可能只能用于一个主体。',
      en: "{person}'s mobile number {mobile} is in other dossiers too: {others}. One person may serve several companies, but a filing may accept a number for one of them only.",
      fix: {
        'zh-CN': '先确认此人确在这几家公司任职；备案被拒的，换本人名下的另一个号码，或另派负责人。',
        en: 'Make sure that the person does serve these companies; if a filing is refused, use another number of the same person or appoint somebody else.',
      },
    },
  },
  appliesTo: ({ subject }) => subject.value.index.members.length > 1,
  *check({ subject, dossier }) {
    const { path, index } = subject.value;
    for (const [position, { name, mobile, roles }] of (dossier.persons ?? []).entries()) {
      if (mobile === undefined || !isOfficer(roles)) continue;
      const number = mobileKey(mobile);
      const found = (index.byMobile.get(number) ?? [])
        .filter((member) => member.path !== path && usccKey(member.uscc) !== usccKey(dossier.company.uscc))
        .flatMap((member) =>
          member.mobiles
            .filter((each) => each.number === number)
            .map(({ person }) => ({ person, company: member.company, where: member.path })),
        );
      const strangers = found.filter(({ person }) => !samePersonName(person, name));
      const listed = strangers.length > 0 ? strangers : found;
      if (listed.length === 0) continue;
      yield {
        messageId: strangers.length > 0 ? 'other-person' : 'same-person',
        data: {
          person: name,
          mobile: number,
          others: {
            'zh-CN': listed.map(({ person, company, where }) => `${company}的${person}（${where}）`).join('、'),
            en: listed.map(({ person, company, where }) => `${person} of ${company} (${where})`).join(', '),
          },
        },
        at: { path: ['persons', position, 'mobile'] },
        ...(strangers.length > 0 ? {} : { severity: 'info' }),
      };
    }
  },
});
