import { expect, test } from 'vitest';
import { attachmentKinds, isAttachmentKind } from '../../src/dossier/attachment-kinds.ts';

test('ids and Chinese names each name one kind', () => {
  const kinds = Object.entries(attachmentKinds);
  const names = kinds.flatMap(([id, { zh }]) => [id, zh]);
  expect(new Set(names).size).toBe(names.length);
  for (const [id] of kinds) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

test('properties every object inherits are no kinds', () => {
  expect(isAttachmentKind('business-licence')).toBe(true);
  expect(isAttachmentKind('营业执照')).toBe(false);
  expect(isAttachmentKind('toString')).toBe(false);
});
