import { z } from 'zod';
import type { FilingQuery, Reading } from '../../../src/documents/reading.ts';
import { placeOf } from '../../../src/documents/testimony.ts';
import type { LocalText } from '../../../src/dossier/problem.ts';
import type { DossierData } from '../../../src/dossier/schema/dossier.ts';
import { defineRule } from '../../../src/engine/rule.ts';
import { type FilingNumberProblem, parseFilingNumber } from '../../../src/identifiers/filing-number.ts';
import { parseLicenceNumber } from '../../../src/identifiers/licence-number.ts';
import { registrableDomain } from '../../../src/portfolio/portfolio-index.ts';
import { firm, type Reference } from '../../reference/index.ts';

export default defineRule({
  id: 'filing/invalid-number',
  since: '0.1.0',
  title: { 'zh-CN': '备案号写法有误', en: 'filing number is not well formed' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['annual-report', 'filing', 'renewal', 'change'],
  subject: 'dossier',
  needs: [],
  uses: ['filingQueries'],
  basis: [
    {
      kind: 'provider',
      cite: '华为云 App 备案及公开网页上的备案号写法：省份简称+ICP备+8 位或 10 位数字+号',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    malformed: {
      'zh-CN': '备案号“{number}”写法不对：{why}。应当像“浙ICP备16025414号-3”。',
      en: 'the filing number "{number}" is not well formed: {why}. It should look like 浙ICP备16025414号-3.',
      fix: { 'zh-CN': '到 beian.miit.gov.cn 查询后照抄。', en: 'Look it up at beian.miit.gov.cn.' },
    },
    'unusual-prefix': {
      'zh-CN': '备案号“{number}”以“{prefix}”开头，该省的备案号通常以“{usual}”开头，请再核对。',
      en: 'the filing number "{number}" begins with {prefix}; numbers of that province usually begin with {usual}.',
      fix: { 'zh-CN': '到 beian.miit.gov.cn 查询核对；没错的不必改。', en: 'Look it up; leave it if it is right.' },
    },
    'not-a-site': {
      'zh-CN': '网站备案号“{number}”是应用或小程序的号，网站的号以“-序号”结尾。',
      en: 'the number "{number}" is that of an app; a site’s ends in an index alone.',
      fix: {
        'zh-CN': '到 beian.miit.gov.cn 按域名查询，改成网站的备案号。',
        en: 'Look the domain up at beian.miit.gov.cn.',
      },
    },
    'not-a-subject': {
      'zh-CN': '主体备案号填了“{number}”，主体的号到“号”为止，不带“-序号”。',
      en: 'the subject’s number is given as "{number}"; it ends with 号, without an index.',
      fix: {
        'zh-CN': '主体备案号去掉“-序号”，网站的号填到网站下面。',
        en: 'Drop the index here, and give it with the site.',
      },
    },
    'another-subject': {
      'zh-CN': '网站备案号“{number}”与主体备案号“{subject}”不是同一个主体。',
      en: 'the site’s number "{number}" is not of the subject "{subject}".',
      fix: {
        'zh-CN': '到 beian.miit.gov.cn 查询，改正抄错的一个。',
        en: 'Look both up at beian.miit.gov.cn and correct the wrong one.',
      },
    },
    'not-on-record': {
      'zh-CN': '网站备案号填的是“{number}”，备案查询里域名 {domain} 的备案号是“{recorded}”。',
      en: 'the site’s number is given as "{number}"; the filing query gives "{recorded}" for {domain}.',
      fix: {
        'zh-CN': '照备案查询结果改正；查询之后又变更过备案的，重新查询并更新记录。',
        en: 'Correct it as the query shows; if the filing has changed since, look it up again and renew the record.',
      },
    },
  },
  *check({ subject, dossier, reference, evidence: { filingQueries } }) {
    const declared = [
      { number: dossier.filing?.number, path: ['filing', 'number'], isSubject: true },
      ...(dossier.websites ?? []).map(({ filingNumber: number }, index) => ({
        number,
        path: ['websites', index, 'filingNumber'],
        isSubject: false,
      })),
    ];
    const queries = filingQueries.state === 'known' ? filingQueries.value : [];
    let own: string | undefined;
    for (const { number, path, isSubject } of declared) {
      if (number === undefined) continue;
      const at = { ...subject.at, path };
      const read = parseFilingNumber(number, reference.marks);
      if (!read.ok) {
        // The filing system takes the licence with an index for a licensed site's number: 粤B2-20090059-5.
        const licence = isSubject ? undefined : parseLicenceNumber(number, reference.marks);
        if (licence?.ok && licence.value.service !== undefined) continue;
        yield { messageId: 'malformed', data: { number, why: whyOf(read.problem, reference) }, at };
        continue;
      }
      const { mark, service, subject: holder } = read.value;
      if (mark.standing === 'unusual') {
        const data = { number, prefix: mark.written, usual: mark.usual };
        yield { messageId: 'unusual-prefix', data, at, severity: 'info' };
      }
      if (isSubject) {
        own = holder;
        if (service !== undefined) yield { messageId: 'not-a-subject', data: { number }, at };
      } else if (service !== undefined && service.kind !== 'website') {
        yield { messageId: 'not-a-site', data: { number }, at };
      } else if (own !== undefined && own !== holder) {
        yield { messageId: 'another-subject', data: { number, subject: own }, at };
      }
    }
    for (const [index, site] of (dossier.websites ?? []).entries()) {
      const declared = site.filingNumber === undefined ? null : parseFilingNumber(site.filingNumber, reference.marks);
      if (site.filingNumber === undefined || declared?.ok !== true) continue;
      const found = recordOf(site, queries, reference);
      if (found === null || found.numbers.some((recorded) => recorded === declared.value.canonical)) continue;
      const [recorded = ''] = found.numbers;
      yield {
        messageId: 'not-on-record',
        data: { number: site.filingNumber, domain: found.domain, recorded },
        at: placeOf({ ...subject.at, path: ['websites', index, 'filingNumber'] }, found.testimony),
        confidence: found.testimony.field.confidence,
        compared: { seen: site.filingNumber, expected: recorded },
      };
    }
  },
});

type Website = NonNullable<DossierData['websites']>[number];

/** What the filing query says of a site's domain; null when it does not speak of it. */
function recordOf(site: Website, queries: readonly Reading<FilingQuery>[], { marks }: Reference) {
  const address = URL.canParse(site.url) ? new URL(site.url).hostname : site.url;
  const names = new Set([address, ...(site.domains ?? [])].map(registrableDomain));
  const speaking = queries.flatMap(({ attachment, about, fields: { domains, number } }) => {
    const domain = domains?.value.find((each) => names.has(registrableDomain(each)));
    const recorded = number === null ? null : parseFilingNumber(number.value, marks);
    return domain === undefined || number === null || recorded?.ok !== true
      ? []
      : [{ domain, number: recorded.value.canonical, testimony: { attachment, about, field: number } }];
  });
  const [first] = speaking;
  return first === undefined ? null : { ...first, numbers: speaking.map(({ number }) => number) };
}

function whyOf(problem: FilingNumberProblem, { numberForms }: Reference): LocalText {
  switch (problem.kind) {
    case 'other-form': {
      const form = firm(numberForms.forms).find(({ value }) => value.id === problem.form)?.value;
      return { 'zh-CN': `这是${form?.name ?? '另一种号码'}`, en: `this is a ${form?.en ?? 'number of another kind'}` };
    }
    case 'empty':
    case 'not-a-filing-number':
      return { 'zh-CN': '不是备案号', en: 'no filing number' };
    case 'prefix-missing':
      return { 'zh-CN': '缺省份简称', en: 'the abbreviation of the province is missing' };
    case 'unknown-prefix':
      return { 'zh-CN': `没有“${problem.prefix}”这个省份简称`, en: `no province is abbreviated ${problem.prefix}` };
    case 'wrong-digit-count':
      return {
        'zh-CN': `有 ${problem.digits} 位数字，应当是 8 位或 10 位`,
        en: `${problem.digits} digits instead of 8 or 10`,
      };
    case 'impossible-year':
      return { 'zh-CN': `年份 ${problem.year} 不可能`, en: `the year ${problem.year} is impossible` };
    case 'malformed-suffix':
      return { 'zh-CN': `末尾“${problem.suffix}”不对`, en: `the end "${problem.suffix}" is wrong` };
    case 'unknown-service-letter':
      return { 'zh-CN': `末尾字母 ${problem.letter} 不对`, en: `the last letter ${problem.letter} is wrong` };
  }
}
