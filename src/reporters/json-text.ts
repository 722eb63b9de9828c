/**
 * A value as JSON, indented by two and ended by a line break. Invisible characters are written as escapes, so that a
 * terminal may show it; they read back as the same text.
 */
export const jsonText = (value: unknown): string =>
  `${JSON.stringify(value, null, 2).replace(invisible, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;

// By UTF-16 unit, without the u flag: an escape in JSON stands for one unit, and these all lie in the first plane.
const invisible = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;
