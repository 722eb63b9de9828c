// Runs what README.md tells a new user to type: each line of a ```sh block that names its exit code, `# exits 1`.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

let failed = 0;
let run = 0;
for (const page of ['README.md', 'README.zh-CN.md']) {
  for (const [, block = ''] of readFileSync(page, 'utf8').matchAll(/^```sh\n([\s\S]*?)^```/gmu)) {
    for (const line of block.split('\n')) {
      const [, command, expected] = /^(.+?)\s+# exits (\d)$/u.exec(line) ?? [];
      // The tests themselves are run before, with their counts.
      if (command === undefined || command.includes('npm test') || page !== 'README.md') continue;
      run++;
      console.log(`$ ${command}`);
      const { status, stdout, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8', maxBuffer: 1 << 26 });
      if (String(status) === expected) continue;
      failed++;
      console.log(`${stdout.slice(-2000)}\n${stderr.slice(-2000)}\nexited ${status}, the README says ${expected}`);
    }
  }
}
if (run === 0) {
  console.log('README.md names no command with its exit code (`command  # exits 0`)');
  failed++;
}
process.exitCode = failed === 0 ? 0 : 1;
