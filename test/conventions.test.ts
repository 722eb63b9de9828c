import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules } from '../rules/index.ts';
import { loadReference } from '../rules/reference/index.ts';
import { type JudgedCase, judgeCase, type RuleCase, readCases } from '../src/development/rule-cases.ts';
import { ruleFolders } from '../src/development/rule-folders.ts';
import { writtenSections } from '../src/development/rule-readme.ts';
import type { Finding } from '../src/engine/judge.ts';
import type { Rule, RuleMessage } from '../src/engine/rule.ts';
import { packageFile } from '../src/package-file.ts';
import { fillTemplate, slotNames } from '../src/report/fill-template.ts';
import { letterSection, letterSlots, writeLetter } from '../src/report/letter.ts';
import { slotsIn } from '../src/report/slots.ts';

const guide = 'CONTRIBUTING.md says how a rule is written.';
const reference = loadReference();
const fileOf = (id: string, name: string) => packageFile(`rules/${id}/${name}`);
const textOf = (id: string, name: string) => readFileSync(fileOf(id, name), 'utf8');

/** Errors that need no law, and why: nobody can look at the paper, or it cannot be what it says. */
const errorsWithoutLaw: ReadonlyMap<string, string> = new Map([
  ['attachment/unreadable-file', 'nobody can open it'],
  ['attachment/outside-dossier', 'it is not in the dossier at all'],
  ['attachment/wrong-format', 'it is taken for a damaged file'],
  ['attachment/wrong-document', 'it is another paper than it is listed as'],
  ['attachment/date-in-future', 'no paper is signed on a day to come'],
  ['scan/blank-page', 'there is nothing on it'],
  ['scan/blurred', 'nobody can read it'],
  ['scan/illegible-seal', 'nobody can read the seal'],
  ['scan/cut-off-seal', 'nobody can read the whole seal'],
  ['scan/missing-seal', 'a paper that must be sealed and is not'],
]);

/** The numbers that a text itself says; months and thousand millions are written in words in English. */
const numbersIn = (text: string): readonly string[] =>
  [
    ...text
      .replaceAll(/\{\w+\}|https?:\S+|\d+ 月/gu, '')
      .replaceAll('10 亿', '1 billion')
      .matchAll(/\d+(?:\.\d+)?/gu),
  ]
    .map(([number]) => number)
    .sort();

interface JudgedExample extends JudgedCase {
  readonly example: RuleCase;
}

const judged = new Map<string, readonly JudgedExample[]>();

/** The cases of a rule, judged; test/rules.test.ts says whether they come out as they should. */
function judgedCases(rule: Rule): readonly JudgedExample[] {
  const cached = judged.get(rule.id);
  if (cached !== undefined) return cached;
  const examples = readCases(rule.id).map((example) => {
    try {
      return { example, ...judgeCase(rule, example, reference) };
    } catch (error) {
      throw new Error(`rules/${rule.id}/cases.yaml, "${example.name}": ${String(error)}`);
    }
  });
  judged.set(rule.id, examples);
  return examples;
}

const findingsOf = ({ verdicts }: JudgedCase): readonly Finding[] => verdicts.flatMap(({ findings }) => findings);

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
      // Where no licence is needed, applying for one is the defect.
      /\/(?:no(?!-licence-needed$)|check|validate|verify|ignore)-/u,
    );
    for (const messageId of Object.keys(rule.messages))
      expect(messageId, `${id}: a message id is kebab case too`).toMatch(/^[a-z]+(?:-[a-z0-9]+)*$/u);
  });

  it('has its four files', () => {
    for (const name of ['rule.ts', 'README.md', 'cases.yaml', 'fix.md']) {
      expect(existsSync(fileOf(id, name)), `rules/${id}/${name} is missing. ${guide}`).toBe(true);
    }
  });

  it('says on its page what, why, how to fix and what it cannot see', () => {
    const page = textOf(id, 'README.md');
    const bodies = writtenSections.map((section) => {
      const body =
        page
          .split(new RegExp(`^## ${section}.*$`, 'mu'))[1]
          ?.split(/^(?:## |<!-- generated)/mu)[0]
          ?.trim() ?? '';
      expect(body.length, `rules/${id}/README.md: write the section "## ${section}". ${guide}`).toBeGreaterThan(15);
      expect(body, `rules/${id}/README.md: "${section}" is still a placeholder`).not.toContain('待写');
      return body;
    });
    expect(bodies[0], `rules/${id}/README.md: "${writtenSections[0]}" needs one sentence in English too`).toMatch(
      /[A-Za-z]{2,}(?:[ ,'"-]+[\w./]+){3,}/u,
    );
  });

  it('rests on something dated and citable', () => {
    for (const { cite, asOf } of rule.basis) {
      expect(asOf, `${id}: asOf is a month, YYYY-MM`).toMatch(/^\d{4}-(?:0[1-9]|1[0-2])$/u);
      expect(cite.length, `${id}: a citation that can be found`).toBeGreaterThan(5);
    }
  });

  it('is an error only where law, regulator or the pitfalls that users named say so', () => {
    const isFirm = rule.basis.some(({ kind }) => kind === 'law' || kind === 'regulator');
    const reason = errorsWithoutLaw.get(id);
    if (isFirm || rule.severity !== 'error') {
      expect(reason, `${id} stands in errorsWithoutLaw for nothing: take it out of test/conventions.test.ts`).toBe(
        undefined,
      );
      return;
    }
    expect(
      reason !== undefined || rule.tags.includes('top7'),
      `${id}: severity error needs a basis of law or regulator; what a provider or practice asks for is a warning. ${guide}`,
    ).toBe(true);
  });

  it('finds no error that rests on a provider or on practice alone', () => {
    for (const { messageId, severity, basis = [] } of judgedCases(rule).flatMap(findingsOf)) {
      if (severity !== 'error' || basis.length === 0 || rule.tags.includes('top7') || errorsWithoutLaw.has(id))
        continue;
      expect(
        basis.map(({ kind }) => kind),
        `${id} ${messageId}: what this finding rests on makes it a warning; yield severity: 'warning'. ${guide}`,
      ).toEqual(expect.arrayContaining([expect.stringMatching(/^(?:law|regulator)$/u)]));
    }
  });

  it('names the article that it rests on', () => {
    for (const { kind, cite } of rule.basis) {
      expect(cite, `${id}: a finding shows each citation alone; write it out`).not.toMatch(/同上|前述|见上/u);
      if (kind !== 'law') continue;
      expect(cite, `${id}: a law is cited with its article, a standard with its number`).toMatch(
        /第[一二三四五六七八九十百]+条|GB(?:\/T)? \d+/u,
      );
    }
  });

  it('says the same numbers in both languages', () => {
    for (const [messageId, message] of Object.entries(rule.messages)) {
      for (const [zh, en] of [
        [message['zh-CN'], message.en],
        [message.fix['zh-CN'], message.fix.en],
      ] as const)
        expect(numbersIn(en), `${id} ${messageId}: "${zh}" and "${en}" must tell the same facts`).toEqual(
          numbersIn(zh),
        );
    }
  });

  it('says what is wrong and how to mend it in short sentences', () => {
    for (const [messageId, message] of Object.entries(rule.messages)) {
      const where = `${id} ${messageId}`;
      for (const text of [message['zh-CN'], message.fix['zh-CN']]) {
        expect(text, `${where}: ASCII punctuation between Chinese characters`).not.toMatch(
          /\p{Script=Han}[,;:!?]|[,;:!?()]\p{Script=Han}/u,
        );
        expect(text, `${where}: a Chinese text ends with 。or a slot`).toMatch(/[。？）}]$/u);
      }
      expect([...message['zh-CN']].length, `${where}: too long for one message`).toBeLessThanOrEqual(110);
      expect([...message.fix['zh-CN']].length, `${where}: too long for a fix; fix.md has room`).toBeLessThanOrEqual(
        150,
      );
    }
  });

  it('has examples of a pass and a failure, and of an open verdict where it needs evidence', () => {
    const kinds = new Set(readCases(id).map(({ expect: kind }) => kind));
    expect([...kinds], `rules/${id}/cases.yaml needs a case that passes`).toContain('pass');
    const fails = kinds.has('fail') || kinds.has('review');
    expect(fails, `rules/${id}/cases.yaml needs a case that fails or asks for a review`).toBe(true);
    if (rule.needs.length > 0)
      expect([...kinds], `rules/${id} needs evidence: add a case without it that stays open`).toContain('open');
  });

  it('says in a case of its own what each message is for', () => {
    const named = new Set(readCases(id).flatMap(({ message = [] }) => message));
    const unnamed = Object.keys(rule.messages).filter((messageId) => !named.has(messageId));
    expect(unnamed, `rules/${id}/cases.yaml: no case says "message:" with these`).toEqual([]);
  });

  it('fills every message of its examples in both languages', () => {
    for (const { messageId, data } of judgedCases(rule).flatMap(findingsOf)) {
      const message = rule.messages[messageId];
      expect(message, `${id}: no message ${messageId}`).toBeDefined();
      for (const [locale, text] of message === undefined ? [] : textsOf(message)) {
        const filled = fillTemplate(text, slotsIn(data, locale));
        expect(slotNames(filled), `${id} ${messageId} ${locale}: slots without a value`).toEqual([]);
        expect(filled, `${id} ${messageId} ${locale}: a value is undefined`).not.toMatch(/undefined|NaN|\[object/u);
      }
    }
  });

  it('points at a place that is there', () => {
    for (const example of judgedCases(rule)) {
      for (const { messageId, at } of findingsOf(example)) {
        const where = `rules/${id}, "${example.example.name}", ${messageId}`;
        const holder = at.path.slice(0, -1).reduce<unknown>(below, example.dossier);
        // The last field may be what is missing, and so may a whole section.
        const isThere = at.path.length <= 2 || (typeof holder === 'object' && holder !== null);
        expect(isThere, `${where}: the dossier has nothing at ${at.path.join('.')}`).toBe(true);
        const files = (example.dossier.attachments ?? []).map(({ file }) => file);
        // What people looked up lies in evidence/, where no dossier lists it.
        if (at.attachment !== undefined && !at.attachment.startsWith('evidence/'))
          expect(files, `${where}: "attachment" is the file as the dossier names it`).toContain(at.attachment);
      }
    }
  });

  it('has a letter for every message, without a hole', () => {
    const template = textOf(id, 'fix.md');
    expect(template, `rules/${id}/fix.md: {province} is 浙江; the authority's own name is {authority}`).not.toContain(
      '{province}通信管理局',
    );
    for (const messageId of Object.keys(rule.messages)) {
      const letter = letterSection(template, messageId).trim();
      expect(letter, `rules/${id}/fix.md has nothing under "## ${messageId}". ${guide}`).not.toBe('');
    }
    for (const { messageId, data } of judgedCases(rule).flatMap(findingsOf)) {
      const unknown = slotNames(letterSection(template, messageId)).filter(
        (slot) => !letterSlots.some((known) => known === slot) && !Object.hasOwn(data, slot),
      );
      expect(
        unknown,
        `rules/${id}/fix.md uses slots that neither the message "${messageId}" nor src/report/letter.ts fills`,
      ).toEqual([]);
    }
  });
});

const textsOf = (message: RuleMessage) =>
  [
    ['zh-CN', `${message['zh-CN']} ${message.fix['zh-CN']}`],
    ['en', `${message.en} ${message.fix.en}`],
  ] as const;

const below = (value: unknown, key: string | number): unknown =>
  typeof value === 'object' && value !== null && key in value ? value[key as keyof typeof value] : undefined;

it.each(['copied-text', 'reused-scan', 'shared-phone'])(
  'a letter of portfolio/%s tells a client nothing of other clients',
  (defect) => {
    const template = textOf(`portfolio/${defect}`, 'fix.md');
    expect(
      slotNames(template),
      `rules/portfolio/${defect}/fix.md goes to one client: the report names the other company, the letter must not`,
    ).not.toContain('others');
  },
);

it('writes letters from templates', () => {
  const rule = rules.find(({ id }) => id === 'finance/zero-revenue-with-social-insurance');
  const [example] = rule === undefined ? [] : judgedCases(rule);
  const finding = example === undefined ? undefined : findingsOf(example)[0];
  if (rule === undefined || example === undefined || finding === undefined) throw new Error('the sample case is gone');
  const letter = writeLetter(textOf(rule.id, 'fix.md'), finding.messageId, finding.data, example.dossier, '2026-02-10');
  expect(letter).toContain('缴纳社保 80664 元');
  expect(letter).toContain('2026年2月10日');
  expect(letter).toContain('浙江省通信管理局：');
});
