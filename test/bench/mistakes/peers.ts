// The whole command against the peers' whole commands, on the same files: TypeScript against ESLint with
// typescript-eslint's typed rules about promises, Python against pyright and against Ruff in WebAssembly.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fastest, line } from './processes';
import { pythonProgram } from './programs';

const times = 2;
const node = process.execPath;
const check = [node, 'dist/cli.js', 'check', '--format', 'json'];

/** This project's own sources. */
export function comparedWithEslint(): void {
  const ours = fastest([...check, 'src'], times);
  const config = 'test/bench/mistakes/eslint.config.mjs';
  const theirs = fastest(
    [node, 'node_modules/eslint/bin/eslint.js', '--config', config, '--format', 'json', 'src/**/*.ts'],
    times,
  );
  console.log(line('check, src of this project', ours));
  console.log(line('ESLint, typed promise rules, the same files', theirs));
  console.log(`  ${(theirs.wall / ours.wall).toFixed(1)} times as fast (goal: 3)`);
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
    const ours = fastest([...check, source], times);
    const pyright = fastest([node, 'node_modules/pyright/index.js', '--outputjson', source], times);
    const ruff = fastest([node, 'test/bench/mistakes/ruff.mjs', source], times);
    console.log(line('check, 100 Python files', ours));
    console.log(line('pyright, the same files', pyright));
    console.log(line('Ruff (WebAssembly), the same files', ruff));
    console.log(`  ${(pyright.wall / ours.wall).toFixed(1)} times as fast as pyright (goal: 10)`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
