import type { LocalText } from '../dossier/problem.ts';

/** The user's input is wrong: said in one sentence, exit code 2, never a stack trace. */
export class UsageError extends Error {
  readonly text: LocalText;

  constructor(text: LocalText) {
    super(text.en);
    this.name = 'UsageError';
    this.text = text;
  }
}
