// The whole command against the peers' whole commands, on the same files: TypeScript against ESLint with
// typescript-eslint's typed rules about promises, Python against pyright and against Ruff in WebAssembly.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { race } from './processes';
import { pythonProgram } from './programs';

const rounds = 2;
const node = process.execPath;
const check = [node, 'dist/cli.js', 'check', '--format', 'json'];

/** This project's own sources. */
export function comparedWithEslint(): void {
  const config = 'test/bench/mistakes/eslint.config.mjs';
  console.log('TypeScript: src of this project');
  const took = race(
    {
      check: [...check, 'src'],
      ESLint: [
        ...[node, 'node_modules/eslint/bin/eslint.js', '--config', config],
        ...['--format', 'json', 'src/**/*.ts'],
      ],
    },
    rounds,
  );
  console.log(`  ${(took.ESLint / took.check).toFixed(1)} times as fast as ESLint (goal: 3)`);
}

/** A hundred modules of 200 lines. */
export function comparedWithPyright(): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'async-tutor-bench-'));
  try {
    const source = path.join(folder, 'source');
    mkdirSync(source);
    for (let index = 0; index < 100; index += 1) {
      writeFileSync(path.join(source, `kitchen_${index}.py`), pythonProgram(200));
    }
    console.log('Python: 100 files of 200 lines');
    const took = race(
      {
        check: [...check, source],
        pyright: [node, 'node_modules/pyright/index.js', '--outputjson', source],
        'Ruff (WebAssembly)': [node, 'test/bench/mistakes/ruff.mjs', source],
      },
      rounds,
    );
    console.log(`  ${(took.pyright / took.check).toFixed(1)} times as fast as pyright (goal: 10)`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
