import { z } from 'zod';
import type { DossierData } from '../../../src/dossier/schema/dossier.ts';
import { defineRule, open } from '../../../src/engine/rule.ts';
import { sameCompanyName } from '../../../src/names/company-name.ts';

export default defineRule({
  id: 'app/undeclared',
  since: '0.1.0',
  title: { 'zh-CN': '应用没有列入年报', en: 'app left out of the report' },
  severity: 'warning',
  tags: ['offline'],
  procedures: ['annual-report'],
  subject: 'dossier',
  needs: [],
  uses: ['storeListings'],
  basis: [
    { kind: 'law', cite: '电信业务经营许可管理办法（工信部令第42号）第三十五条：年报应当如实报告', asOf: '2026-11' },
    {
      kind: 'practice',
      cite: '《ICP许可证年报通关全攻略》“2025年新趋势”：年报数据将与 App Store 上架信息比对',
      asOf: '2026-11',
    },
  ],
  options: z.strictObject({}),
  messages: {
    'left-out': {
      'zh-CN': '应用“{app}”已经上线，却没有列入年报，在用的应用都应当填报。',
      en: 'the app "{app}" is live but not part of the report; every app in use should be.',
      fix: {
        'zh-CN': '在年报的应用信息里补上，并把材料里的“已填报”改为是；不属于持证业务的，附情况说明。',
        en: 'Add it to the report; if it is no part of the licensed business, attach a statement.',
      },
    },
    unlisted: {
      'zh-CN': '应用商店里有公司的应用“{app}”（查询于 {queriedOn}，{source}），材料的“应用”里没有它。',
      en: 'a store shows the company’s app "{app}" (looked up on {queriedOn}, {source}); the dossier’s apps do not hold it.',
      fix: {
        'zh-CN':
          '在用的，补写到“应用”并列入年报；已停用的，先从应用商店下架，再附情况说明；不是本公司的，请商店更正开发者。',
        en: 'If it is in use, add it to apps and to the report; if it was given up, take it out of the store and explain; if it is not yours, have the store correct its developer.',
      },
    },
  },
  *check({ subject, dossier, evidence: { storeListings } }) {
    const { apps = [], reportYear, company } = dossier;
    const isAfterYear = (day: string | undefined) =>
      day !== undefined && reportYear !== undefined && day > `${reportYear}-12-31`;
    for (const [index, { name, reported, openedOn }] of apps.entries()) {
      if (reported !== false || isAfterYear(openedOn)) continue;
      yield { messageId: 'left-out', data: { app: name }, at: { ...subject.at, path: ['apps', index, 'reported'] } };
    }
    if (storeListings.state === 'unknown') return yield open(storeListings.reason, storeListings.detail);
    for (const { facts, source, day, shownIn } of storeListings.value) {
      for (const listed of facts.apps) {
        const isOurs = listed.developer !== undefined && sameCompanyName(listed.developer, company.name);
        if (isAfterYear(listed.publishedOn) || apps.some((app) => isSameApp(app, listed))) continue;
        // A store finds apps of others by the same words; without a developer nobody knows whose it is.
        if (listed.developer !== undefined && !isOurs) continue;
        yield {
          messageId: 'unlisted',
          data: { app: listed.name, queriedOn: day, source },
          at: { ...subject.at, path: ['apps'], attachment: shownIn },
          confidence: isOurs ? 'medium' : 'low',
        };
      }
    }
  },
});

type App = NonNullable<DossierData['apps']>[number];

function isSameApp(app: App, listed: { readonly name: string; readonly packageName?: string | undefined }): boolean {
  const fold = (name: string) => name.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase();
  if (app.packageName !== undefined && listed.packageName !== undefined) return app.packageName === listed.packageName;
  return fold(app.name) === fold(listed.name);
}
