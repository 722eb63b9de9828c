import { dossierJsonSchema } from '../../dossier/json-schema.ts';
import { suppliedJsonSchema } from '../../network/supplied-evidence.ts';
import { exitCodes } from '../exit-code.ts';
import { type Terminal, write } from '../terminal.ts';

/** `icp-check schema`: of dossier.yaml, or of the records that people put into `evidence/`. */
export async function runSchema(supplied: boolean, terminal: Terminal): Promise<number> {
  const schema = supplied ? suppliedJsonSchema() : dossierJsonSchema();
  await write(terminal.stdout, `${JSON.stringify(schema, null, 2)}\n`);
  return exitCodes.open;
}
