import { z } from 'zod';
import { dossierSchema } from './schema/dossier.ts';
import { fieldNames } from './schema/field.ts';

/** The JSON Schema of dossier.yaml for editors: every key and every choice in both languages. */
export function dossierJsonSchema(): object {
  const schema = z.toJSONSchema(dossierSchema, {
    target: 'draft-7',
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema instanceof z.ZodObject) addChineseKeys(zodSchema, jsonSchema);
      if (zodSchema instanceof z.ZodEnum) {
        jsonSchema.enum = [
          ...new Set([...(jsonSchema.enum ?? []), ...Object.keys(fieldNames(zodSchema).values ?? {})]),
        ];
      }
    },
  });
  return { ...schema, title: 'icp-check dossier 材料清单' };
}

function addChineseKeys(object: z.ZodObject, schema: z.core.JSONSchema.BaseSchema): void {
  const names = new Map(Object.entries(object.shape).map(([name, child]) => [name, fieldNames(child).zh]));
  const properties = schema.properties ?? {};
  schema.properties = Object.fromEntries(
    Object.entries(properties).flatMap(([name, value]) =>
      [name, ...(names.get(name) ?? [])].map((written) => [written, value]),
    ),
  );
  const required = schema.required ?? [];
  delete schema.required;
  if (required.length === 0) return;
  schema.allOf = required.map((name) => ({
    anyOf: [name, ...(names.get(name) ?? [])].map((written) => ({ required: [written] })),
  }));
}
