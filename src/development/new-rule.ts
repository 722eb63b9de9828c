import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { packageFile } from '../package-file.ts';

/** `npm run new-rule -- pack/defect`: makes the folder of a rule that already passes; then edit its four files. */
const [id = ''] = process.argv.slice(2);
if (!/^[a-z]+\/[a-z]+(?:-[a-z0-9]+)*$/u.test(id)) {
  process.stderr.write('usage: npm run new-rule -- pack/defect   (kebab case, names the defect: licence/expired)\n');
  process.exitCode = 2;
} else if (existsSync(packageFile(`rules/${id}`))) {
  process.stderr.write(`rules/${id} exists already\n`);
  process.exitCode = 2;
} else {
  mkdirSync(packageFile(`rules/${id}`), { recursive: true });
  for (const name of ['rule.ts', 'README.md', 'cases.yaml', 'fix.md']) {
    const template = readFileSync(packageFile(`src/development/new-rule/${name}.template`), 'utf8');
    writeFileSync(packageFile(`rules/${id}/${name}`), template.replaceAll('PACK/DEFECT', id));
  }
  process.stdout.write(
    `rules/${id} is made. Edit its four files, then: npm run generate && npx vitest run test/rules.test.ts test/conventions.test.ts\n`,
  );
}
