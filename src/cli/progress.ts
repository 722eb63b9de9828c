import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { maskPersonalData } from '../report/redaction.ts';
import type { Terminal } from './terminal.ts';

/** Names the file at hand on stderr, once work has taken longer than a moment. */
export interface Progress {
  readonly working: (file: string) => void;
  readonly done: () => void;
}

const silent: Progress = { working: () => {}, done: () => {} };
const patienceMs = 1000;
const clearLine = '\r\u001b[2K';

/** A progress line on a terminal; silence elsewhere, with --quiet, and for work of under a second. */
export function startProgress(terminal: Terminal, quiet: boolean, english: boolean): Progress {
  if (quiet || terminal.stderr.isTTY !== true) return silent;
  let shown = false;
  let latest = '';
  const draw = () => {
    if (latest === '') return;
    shown = true;
    const name = maskPersonalData(stripVTControlCharacters(path.basename(latest)).replaceAll(/\p{Cc}/gu, ''));
    terminal.stderr.write(`${clearLine}${english ? 'looking at' : '正在查看'} ${name.slice(0, 60)}`);
  };
  const timer = setInterval(draw, patienceMs);
  timer.unref();
  return {
    working: (file) => {
      latest = file;
      if (shown) draw();
    },
    done: () => {
      clearInterval(timer);
      if (shown) terminal.stderr.write(clearLine);
    },
  };
}
