import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { factSchema } from '../../rules/reference/fact.ts';
import { type Fact, firm, isFirm, loadReference, staleFiles } from '../../rules/reference/index.ts';
import { provinces } from '../../src/dossier/schema/dossier.ts';
import { parseAlgorithmNumber } from '../../src/identifiers/algorithm-number.ts';
import { parseFilingNumber } from '../../src/identifiers/filing-number.ts';
import { parseLicenceNumber } from '../../src/identifiers/licence-number.ts';
import { parseMlpsCertificateNumber, parseMlpsReportNumber } from '../../src/identifiers/mlps-number.ts';
import { parseMobile } from '../../src/identifiers/mobile.ts';
import { parsePoliceNumber } from '../../src/identifiers/police-number.ts';
import { parseResidentId } from '../../src/identifiers/resident-id.ts';
import { parseUscc } from '../../src/identifiers/uscc.ts';

const reference = loadReference();

function firmValue<T>(fact: Fact<T> | undefined): T {
  if (fact === undefined || !isFirm(fact)) throw new Error('not a firm fact');
  return fact.value;
}

function ofProvince(short: string) {
  const found = reference.provinces.find((province) => province.short === short);
  if (found === undefined) throw new Error(`no such province: ${short}`);
  return found;
}

describe('a fact', () => {
  const fact = factSchema({ notice: { kind: 'regulator', cite: '某通知', url: 'https://example.cn/' } }, '2026-11');
  const count = fact(z.int());

  test('carries what it rests on, the article and the day', () => {
    expect(count.parse({ value: 3, source: 'notice', at: '第一条', confidence: 'quoted' })).toEqual({
      confidence: 'quoted',
      value: 3,
      basis: { kind: 'regulator', cite: '某通知第一条', asOf: '2026-11', url: 'https://example.cn/' },
      note: undefined,
    });
    expect(count.parse({ value: 3, source: 'notice', asOf: '2017', confidence: 'quoted' }).basis.asOf).toBe('2017');
  });

  test('that nobody has confirmed has no value', () => {
    const claim = count.parse({ claim: 3, source: 'notice', confidence: 'unverified' });
    expect(claim).not.toHaveProperty('value');
    expect(firm([claim])).toEqual([]);
    expect(count.safeParse({ value: 3, source: 'notice', confidence: 'unverified' }).success).toBe(false);
    expect(count.safeParse({ claim: 3, source: 'notice', confidence: 'quoted' }).success).toBe(false);
  });

  test('needs a source that is listed, a value of its kind and no unknown key', () => {
    const problem = (row: object): string => z.prettifyError(count.safeParse(row).error ?? new z.ZodError([]));
    expect(problem({ value: 3, source: 'hearsay', confidence: 'quoted' })).toContain('hearsay');
    expect(problem({ value: 'three', source: 'notice', confidence: 'quoted' })).toContain('value');
    expect(problem({ source: 'notice', confidence: 'quoted' })).toContain('value');
    expect(problem({ value: 3, source: 'notice', confidence: 'sure' })).toContain('confidence');
    expect(problem({ value: 3, source: 'notice', confidence: 'quoted', remark: '' })).toContain('remark');
  });
});

describe('provinces', () => {
  test('are those that a dossier can name, in its words', () => {
    expect(reference.provinces.map((province) => province.short)).toEqual([...provinces]);
    for (const { name, short, authority } of reference.provinces) {
      expect(name.startsWith(short)).toBe(true);
      expect(authority).toBe(`${name}通信管理局`);
    }
  });

  test('have one usual mark each on filings, and no mark means two provinces', () => {
    for (const number of ['filing', 'licence', 'police'] as const) {
      const marks = [...reference.marks[number].entries()];
      const usual = marks.filter(([mark, row]) => row.usual === mark).map(([, row]) => row.provinceCode);
      expect(new Set(usual).size).toBe(31);
      for (const [mark, row] of marks) if (row.standing === 'unusual') expect(row.usual).not.toBe(mark);
    }
  });

  test('narrow or widen what applies in the nation', () => {
    expect(firmValue(ofProvince('浙江').facts.minimumAge)).toBe(18);
    expect(ofProvince('浙江').own.minimumAge).toBeUndefined();
    expect(['广东', '江苏', '四川'].map((short) => firmValue(ofProvince(short).facts.minimumAge))).toEqual([
      16, 16, 16,
    ]);
    expect(firmValue(ofProvince('山东').facts.domainHolders)).toContain('shareholder');
    expect(firmValue(ofProvince('北京').facts.domainHolders)).toEqual(['company', 'legal-representative']);
    expect(firmValue(ofProvince('福建').facts.domainHolders)).toEqual(['company']);
  });

  test('open the yearly report on days that only one authority has announced', () => {
    const announced = reference.provinces.filter((province) => province.own.annualReportOpens !== undefined);
    const official = announced.filter((province) => province.own.annualReportOpens?.confidence === 'official');
    expect(announced.map((province) => province.short)).toEqual(['北京', '上海', '江苏', '浙江', '广东', '重庆']);
    expect(official.map((province) => province.short)).toEqual(['重庆']);
  });
});

describe('number forms', () => {
  const parsers = {
    filing: (written: string) => parseFilingNumber(written, reference.marks),
    'telecom-licence': (written: string) => parseLicenceNumber(written, reference.marks),
    'icp-licence': (written: string) => parseLicenceNumber(written, reference.marks),
    'police-filing': (written: string) => parsePoliceNumber(written, reference.marks),
    'algorithm-filing': parseAlgorithmNumber,
    'mlps-certificate': parseMlpsCertificateNumber,
    'mlps-report': parseMlpsReportNumber,
    uscc: parseUscc,
    'resident-id': parseResidentId,
    mobile: parseMobile,
  };
  const examples = firm(reference.numberForms.forms).flatMap(({ value }) =>
    value.examples.map((example) => [value.id, example] as const),
  );

  test.each(examples)('%s: %s is read as it stands', (id, example) => {
    expect(parsers[id](example)).toMatchObject({ ok: true, value: { canonical: example } });
  });
});

describe('suffixes', () => {
  const national = firmValue(reference.approvedSuffixes.national);

  test('tell Hong Kong from its place under .cn', () => {
    expect(national.has('hk.cn')).toBe(true);
    expect(national.has('com.cn')).toBe(true);
    expect(national.has('公司')).toBe(true);
    expect(national.has('hk')).toBe(false);
  });

  test('are never approved and refused at once', () => {
    const refused = [...firmValue(reference.approvedSuffixes.refused)];
    expect(refused.filter((suffix) => national.has(suffix))).toEqual([]);
    for (const own of Object.values(reference.approvedSuffixes.provinces)) {
      const approved = firmValue(own.approved);
      expect([...firmValue(own.refused)].filter((suffix) => approved.has(suffix))).toEqual([]);
    }
  });

  test('say how old they are', () => {
    expect(reference.approvedSuffixes.national.basis.asOf).toBe('2020-07');
  });
});

describe('attachments', () => {
  test('a kind is asked for once in a province and under one condition', () => {
    const { asOf: _, ...procedures } = reference.attachments;
    for (const rows of Object.values(procedures)) {
      const always = firm(rows).filter(({ value }) => value.when === 'always' && value.provinces === undefined);
      const kinds = always.map(({ value }) => value.kind);
      expect(new Set(kinds).size).toBe(kinds.length);
      expect(kinds).toContain('business-licence');
    }
  });

  test('the proof that the service runs is asked for by law', () => {
    const proof = firm(reference.attachments.renewal).find(({ value }) => value.kind === 'service-proof');
    expect(proof?.basis).toMatchObject({ kind: 'law', cite: expect.stringContaining('第二十七条') });
  });
});

describe('age', () => {
  test('a file is stale when it was last read more than a year ago', () => {
    const read = {
      asOfByFile: new Map([
        ['a.yaml', '2026-11'],
        ['b.yaml', '2026-11-15'],
        ['c.yaml', '2025'],
      ]),
    };
    expect(staleFiles(read, '2026-12-31')).toEqual([]);
    expect(staleFiles(read, '2027-11-15')).toEqual(['c.yaml']);
    expect(staleFiles(read, '2027-11-16')).toEqual(['b.yaml', 'c.yaml']);
    expect(staleFiles(read, '2027-12-01')).toEqual(['a.yaml', 'b.yaml', 'c.yaml']);
  });

  test('every file says when it was read', () => {
    expect(reference.asOfByFile.size).toBe(11);
  });
});

describe('the rest', () => {
  test('every procedure has a portal, the licence system first', () => {
    const portals = firm(reference.portals.portals).map(({ value }) => value);
    for (const procedure of ['annual-report', 'application', 'renewal', 'change'] as const) {
      expect(portals.find((portal) => portal.procedures.includes(procedure))?.id).toBe('licence-system');
    }
    expect(portals.some((portal) => portal.procedures.includes('filing'))).toBe(true);
  });

  test('the three clocks of a change run differently', () => {
    const { clocks } = reference.deadlines;
    const clock = (id: keyof typeof clocks) => firmValue(clocks[id]);
    expect(clock('subject-or-scope-change')).toMatchObject({
      amount: 30,
      direction: 'after',
      anchor: 'company-decision',
    });
    expect(clock('registered-particulars-change')).toMatchObject({ direction: 'after', anchor: 'registry-entry' });
    expect(clock('service-or-address-change')).toMatchObject({ amount: 30, direction: 'before' });
  });

  test('every service item of B25 is known in both spellings', () => {
    const names = firm(reference.businessCatalogue.serviceItems).flatMap(({ value }) => [value.name, ...value.aliases]);
    for (const spelling of ['信息社区服务', '信息社区平台服务', '信息保护和处理服务', '信息保护和加工处理服务']) {
      expect(names).toContain(spelling);
    }
    expect(new Set(names).size).toBe(names.length);
  });

  test('placeholders are found, ordinary text is not', () => {
    const patterns = firmValue(reference.wording.placeholders).map((row) => row.pattern);
    const found = (text: string) => patterns.some((pattern) => pattern.test(text));
    for (const text of ['甲方:XX公司', '××科技', '【】', '日期:____', 'xxxx年xx月xx日', '请填写网站名称']) {
      expect([text, found(text)]).toEqual([text, true]);
    }
    for (const text of ['本公司', '【重要】', '2026年1月15日', 'Maxx有限公司', 'file_name', '第X条', '请如实填写']) {
      expect([text, found(text)]).toEqual([text, false]);
    }
  });

  test('words that show an activity strongly do not show another one', () => {
    const strong = Object.values(reference.wording.traces).flatMap((fact) => firmValue(fact).strong);
    expect(new Set(strong).size).toBe(strong.length);
  });
});
