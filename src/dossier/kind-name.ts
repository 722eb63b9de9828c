import { type AttachmentKind, attachmentKinds } from './attachment-kinds.ts';
import type { LocalText } from './problem.ts';

/** What a kind of document is called, in each language. */
export function kindName(kind: AttachmentKind): LocalText {
  const { zh, en } = attachmentKinds[kind];
  return { 'zh-CN': zh, en };
}
