#!/usr/bin/env node
// Exit codes: 0 the gate is open · 1 findings at or above --fail-on · 2 the input is wrong · 3 our own failure, or
// --require-evidence and a verdict is open.
import { main } from '../dist/src/cli/main.js';

process.exitCode = await main(process);
