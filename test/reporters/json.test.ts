import { expect, it } from 'vitest';
import { json } from '../../src/reporters/json.ts';
import { textOf } from '../../src/reporters/reporter.ts';
import { cleanDossier, rejectedDossier, troubledDossier } from '../report/sample-dossiers.ts';
import { dossier, report } from '../report/sample-report.ts';

const options = { locale: 'zh-CN', colour: false, columns: 80, verbose: false } as const;

it('is the report itself', () => {
  const whole = report([troubledDossier(), cleanDossier(), rejectedDossier()]);
  expect(JSON.parse(textOf(json(whole, options)))).toEqual(whole);
});

it('writes invisible characters as escapes that read back as the same text', () => {
  const company = 'x\u001b[2J\u009b0m\u202e\u200b\u2028y\ufeff\ud800';
  const text = textOf(json(report([dossier({ company })]), options));
  expect(text.match(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}]/gu)).toBeNull();
  expect(JSON.parse(text)).toMatchObject({ dossiers: [{ company }] });
});
