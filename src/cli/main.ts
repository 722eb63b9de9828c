import { CommanderError } from 'commander';
import { UsageError } from '../config/usage-error.ts';
import { exitCodes } from './exit-code.ts';
import { createProgram } from './program.ts';
import { asksForEnglish, type Terminal, write } from './terminal.ts';

/** Runs the command line and resolves to the exit code. Nothing is thrown, and no stack trace is ever printed. */
export async function main(terminal: Terminal): Promise<number> {
  let exitCode: number = exitCodes.open;
  try {
    await createProgram(terminal, (code) => {
      exitCode = code;
    }).parseAsync([...terminal.argv]);
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.open : exitCodes.input;
    const english = asksForEnglish(terminal.argv);
    if (error instanceof UsageError) {
      await write(terminal.stderr, `icp-check: ${error.text[english ? 'en' : 'zh-CN']}\n`);
      return exitCodes.input;
    }
    const message = error instanceof Error ? error.message : String(error);
    await write(
      terminal.stderr,
      english
        ? `icp-check failed: ${message}\nThis is a defect of icp-check, not of your dossier.\n`
        : `icp-check 内部错误：${message}\n这是 icp-check 自己的缺陷，不是材料的问题。\n`,
    );
    return exitCodes.failure;
  }
}
