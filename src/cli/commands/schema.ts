import { dossierJsonSchema } from '../../dossier/json-schema.ts';
import { exitCodes } from '../exit-code.ts';
import { type Terminal, write } from '../terminal.ts';

/** `icp-check schema`. */
export async function runSchema(terminal: Terminal): Promise<number> {
  await write(terminal.stdout, `${JSON.stringify(dossierJsonSchema(), null, 2)}\n`);
  return exitCodes.open;
}
