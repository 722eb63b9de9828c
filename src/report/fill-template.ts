const slot = /\{([a-zA-Z][a-zA-Z0-9]*)\}/gu;

/** Puts values into `{slots}`. A slot without a value is kept, so that nothing wrong is ever printed in its place. */
export function fillTemplate(template: string, values: Readonly<Record<string, string | number | undefined>>): string {
  return template.replace(slot, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined ? whole : String(value);
  });
}

/** Names of the slots in a template, each once. */
export const slotNames = (template: string): readonly string[] => [
  ...new Set([...template.matchAll(slot)].map(([, name = '']) => name)),
];
