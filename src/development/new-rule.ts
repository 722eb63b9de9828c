import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { packageFile } from '../package-file.ts';
import { refusedRuleId } from './rule-folders.ts';

/** `npm run new-rule -- pack/defect`: makes the folder of a rule that already passes; then edit its four files. */
const [id = ''] = process.argv.slice(2);
const refused = refusedRuleId(id);
if (refused === null) {
  mkdirSync(packageFile(`rules/${id}`), { recursive: true });
  for (const name of ['rule.ts', 'README.md', 'cases.yaml', 'fix.md']) {
    const template = readFileSync(packageFile(`src/development/new-rule/${name}.template`), 'utf8');
    writeFileSync(packageFile(`rules/${id}/${name}`), template.replaceAll('PACK/DEFECT', id));
  }
  process.stdout.write(
    `rules/${id} is made. Edit its four files, then: npm run generate && npx vitest run test/rules.test.ts test/conventions.test.ts -t ${id}\n`,
  );
} else {
  process.stderr.write(`${refused}\n`);
  process.exitCode = 2;
}
