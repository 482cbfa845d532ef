// Checks the Python files of a folder with Ruff's rules about async code, as its WebAssembly build offers them.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ruff from '@astral-sh/ruff-wasm-nodejs';

const folder = process.argv[2] ?? '.';
const workspace = new ruff.Workspace(
  { lint: { select: ['ASYNC', 'RUF006'] } },
  ruff.PositionEncoding?.Utf16 ?? 1,
);
const findings = readdirSync(folder).flatMap((name) =>
  workspace.check(readFileSync(path.join(folder, name), 'utf8')),
);
console.log(`${findings.length} findings`);
