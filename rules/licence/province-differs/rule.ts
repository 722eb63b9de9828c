import { z } from 'zod';
import { fieldOf } from '../../../src/dossier/subjects.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { parseLicenceNumber } from '../../../src/identifiers/licence-number.ts';
import { provinceOfAddress } from '../../../src/names/address.ts';

export default defineRule({
  id: 'licence/province-differs',
  since: '0.1.0',
  title: { 'zh-CN': '许可证的省份对不上', en: 'licence of another province' },
  severity: 'error',
  tags: ['offline'],
  procedures: ['annual-report', 'renewal', 'change'],
  subject: 'licence',
  needs: [],
  basis: [
    {
      kind: 'regulator',
      cite: '电信业务市场综合管理信息系统公开查询的许可证编号：省内许可以省份简称开头，跨地区许可以“合字”开头，向原发证机关办理',
      asOf: '2026-11',
    },
    {
      kind: 'law',
      cite: '电信业务经营许可管理办法（工信部令第42号）第二十七条至第二十九条：向原发证机关申请延续、变更',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    'other-province': {
      'zh-CN': '许可证编号“{number}”是{licensed}的许可，材料写的省份是{declared}。',
      en: 'the licence number "{number}" is of {licensed}, the dossier says {declared}.',
      fix: {
        'zh-CN': '许可证由哪个省发的，就向哪个省的通信管理局办理：改正“省份”，或改正抄错的编号。',
        en: 'Apply to the province that issued the licence: correct province, or the number if it was copied wrongly.',
      },
    },
    'unusual-mark': {
      'zh-CN': '许可证编号以“{mark}”开头，{province}的许可证通常以“{usual}”开头，请核对是否抄错。',
      en: 'the licence number begins with "{mark}"; licences of {province} usually begin with "{usual}". Check it.',
      fix: {
        'zh-CN': '照许可证正页核对开头的字；确实如此的，不用改。',
        en: 'Compare it with the licence; leave it if it is printed so.',
      },
    },
    'issuer-differs': {
      'zh-CN': '发证机关填的是“{issuer}”，编号“{number}”却是{licensed}的许可。',
      en: 'the issuer is "{issuer}", but the number "{number}" is a licence of {licensed}.',
      fix: {
        'zh-CN': '照许可证正页改正发证机关或编号。',
        en: 'Correct the issuer or the number from the licence.',
      },
    },
    'scope-differs': {
      'zh-CN': '编号“{number}”是{licensed}许可，“许可范围”填的却是{declared}。',
      en: 'the number "{number}" is a {licensed} licence, but its scope is given as {declared}.',
      fix: {
        'zh-CN': '照许可证改正：“合字”开头的填跨地区，省份简称开头的填省内。',
        en: 'Correct it from the licence: 合字 is national, a province’s mark is provincial.',
      },
    },
  },
  *check({ subject, dossier, reference }) {
    const { number, scope, issuer } = subject.value;
    const parsed = parseLicenceNumber(number, reference.marks);
    // licence/invalid-number says what is wrong with it.
    if (!parsed.ok) return yield open('inconclusive', number);
    const at = fieldOf(subject, 'number');
    const { provinces } = reference;
    const licence = parsed.value.scope;

    if (licence.kind === 'national') {
      if (scope === 'provincial') yield scopeDiffers(number, 'national', fieldOf(subject, 'scope'));
      return;
    }
    if (scope === 'national') yield scopeDiffers(number, 'provincial', fieldOf(subject, 'scope'));

    const { provinceCode, written: mark, standing, usual } = licence.mark;
    const licensed = provinces.find(({ code }) => code === provinceCode);
    if (licensed === undefined) return;
    const issuing = issuer === undefined ? undefined : provinceOfAddress(issuer, provinces);
    if (issuing !== undefined && issuing.code !== provinceCode) {
      yield {
        messageId: 'issuer-differs',
        data: { issuer: issuer ?? '', number, licensed: { 'zh-CN': licensed.name, en: licensed.en } },
        at: fieldOf(subject, 'issuer'),
        severity: 'warning',
      };
    }
    const declared = provinces.find(({ short }) => short === dossier.province);
    if (declared === undefined) return;
    if (declared.code !== provinceCode) {
      yield {
        messageId: 'other-province',
        data: {
          number,
          licensed: { 'zh-CN': licensed.name, en: licensed.en },
          declared: { 'zh-CN': declared.name, en: declared.en },
        },
        at,
        compared: { seen: licensed.name, expected: declared.name },
        // Which abbreviation these provinces use on licences is not confirmed.
        ...(standing === 'unverified' ? { severity: 'info' as const } : {}),
      };
    } else if (usual !== mark) {
      const province = { 'zh-CN': licensed.name, en: licensed.en };
      yield { messageId: 'unusual-mark', data: { mark, province, usual }, at, severity: 'info' };
    }
  },
});

function scopeDiffers(number: string, licensed: 'provincial' | 'national', at: ReturnType<typeof fieldOf>) {
  const name = {
    provincial: { 'zh-CN': '省内', en: 'provincial' },
    national: { 'zh-CN': '跨地区', en: 'national' },
  };
  const declared = licensed === 'national' ? name.provincial : name.national;
  return {
    messageId: 'scope-differs',
    data: { number, licensed: name[licensed], declared },
    at,
    severity: 'warning',
  } as const;
}
