import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules } from '../rules/index.ts';
import { loadReference } from '../rules/reference/index.ts';
import { judgeCase, readCases } from '../src/development/rule-cases.ts';
import { ruleFolders } from '../src/development/rule-folders.ts';
import { writtenSections } from '../src/development/rule-readme.ts';
import { packageFile } from '../src/package-file.ts';
import { fillTemplate, slotNames } from '../src/report/fill-template.ts';
import { letterSection, letterSlots, writeLetter } from '../src/report/letter.ts';
import { slotsIn } from '../src/report/slots.ts';

const guide = 'CONTRIBUTING.md says how a rule is written.';
const reference = loadReference();
const fileOf = (id: string, name: string) => packageFile(`rules/${id}/${name}`);
const textOf = (id: string, name: string) => readFileSync(fileOf(id, name), 'utf8');

describe('every folder of a pack is a rule of that name', () => {
  it.each(ruleFolders())('%s', (id) => {
    const rule = rules.find((each) => each.id === id);
    expect(rule, `rules/${id}/rule.ts must declare id '${id}'; then run npm run generate. ${guide}`).toBeDefined();
  });
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it('names a defect in kebab case', () => {
    expect(id, `an id is pack/defect in kebab case. ${guide}`).toMatch(/^[a-z]+\/[a-z]+(?:-[a-z0-9]+)*$/u);
    expect(id, `an id names the defect (oversized-file), never the check. ${guide}`).not.toMatch(
      /\/(?:no|check|validate|verify|ignore)-/u,
    );
  });

  it('has its four files', () => {
    for (const name of ['rule.ts', 'README.md', 'cases.yaml', 'fix.md']) {
      expect(existsSync(fileOf(id, name)), `rules/${id}/${name} is missing. ${guide}`).toBe(true);
    }
  });

  it('says on its page what, why, how to fix and what it cannot see', () => {
    const page = textOf(id, 'README.md');
    for (const section of writtenSections) {
      const body =
        page
          .split(new RegExp(`^## ${section}.*$`, 'mu'))[1]
          ?.split(/^(?:## |<!-- generated)/mu)[0]
          ?.trim() ?? '';
      expect(body.length, `rules/${id}/README.md: write the section "## ${section}". ${guide}`).toBeGreaterThan(15);
      expect(body, `rules/${id}/README.md: "${section}" is still a placeholder`).not.toContain('待写');
    }
  });

  it('rests on something dated and citable', () => {
    for (const { cite, asOf } of rule.basis) {
      expect(asOf, `${id}: asOf is a month, YYYY-MM`).toMatch(/^\d{4}-(?:0[1-9]|1[0-2])$/u);
      expect(cite.length, `${id}: a citation that can be found`).toBeGreaterThan(5);
    }
  });

  it('is an error only where law, regulator or the pitfalls that users named say so', () => {
    if (rule.severity !== 'error' || rule.tags.includes('top7')) return;
    const firm = rule.basis.some(({ kind }) => kind === 'law' || kind === 'regulator');
    const unusable = ['attachment', 'scan'].includes(id.split('/')[0] ?? '');
    expect(firm || unusable, `${id}: severity error needs a basis of law or regulator; practice warns. ${guide}`).toBe(
      true,
    );
  });

  it('has examples of a pass and a failure, and of an open verdict where it needs evidence', () => {
    const kinds = new Set(readCases(id).map(({ expect: kind }) => kind));
    expect([...kinds], `rules/${id}/cases.yaml needs a case that passes`).toContain('pass');
    const fails = kinds.has('fail') || kinds.has('review');
    expect(fails, `rules/${id}/cases.yaml needs a case that fails or asks for a review`).toBe(true);
    if (rule.needs.length > 0)
      expect([...kinds], `rules/${id} needs evidence: add a case without it that stays open`).toContain('open');
  });

  it('shows every message in its examples, filled in both languages, and each letter without a hole', () => {
    const template = textOf(id, 'fix.md');
    const seen = new Set<string>();
    for (const example of readCases(id)) {
      const { verdicts } = judgeCase(rule, example, reference);
      for (const { messageId, data } of verdicts.flatMap(({ findings }) => findings)) {
        seen.add(messageId);
        const message = rule.messages[messageId];
        expect(message, `${id}: no message ${messageId}`).toBeDefined();
        if (message === undefined) continue;
        for (const [locale, text, fix] of [
          ['zh-CN', message['zh-CN'], message.fix['zh-CN']],
          ['en', message.en, message.fix.en],
        ] as const) {
          const filled = fillTemplate(`${text} ${fix}`, slotsIn(data, locale));
          expect(slotNames(filled), `${id} ${messageId} ${locale}: slots without a value`).toEqual([]);
          expect(filled, `${id} ${messageId} ${locale}: a value is undefined`).not.toMatch(/undefined|NaN|\[object/u);
        }
        const unknown = slotNames(letterSection(template, messageId)).filter(
          (slot) => !letterSlots.some((known) => known === slot) && !Object.hasOwn(data, slot),
        );
        expect(
          unknown,
          `rules/${id}/fix.md uses slots that neither the message "${messageId}" nor src/report/letter.ts fills`,
        ).toEqual([]);
      }
    }
    const unseen = Object.keys(rule.messages).filter((messageId) => !seen.has(messageId));
    expect(unseen, `rules/${id}/cases.yaml: no example yields these messages`).toEqual([]);
  });
});

it('writes letters from templates', () => {
  const rule = rules.find(({ id }) => id === 'finance/zero-revenue-with-social-insurance');
  const example = rule === undefined ? undefined : readCases(rule.id)[0];
  if (rule === undefined || example === undefined) throw new Error('the sample rule is gone');
  const { verdicts } = judgeCase(rule, example, reference);
  const finding = verdicts[0]?.findings[0];
  const dossier = verdicts[0]?.subject.value;
  if (finding === undefined || dossier === undefined || !('company' in dossier))
    throw new Error('the sample case is gone');
  const letter = writeLetter(textOf(rule.id, 'fix.md'), finding.messageId, finding.data, dossier, '2026-02-10');
  expect(letter).toContain('缴纳社保 80664 元');
  expect(letter).toContain('2026年2月10日');
});
