import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { MistakeId } from '../../../../src/core/mistakes/catalogue';
import type { LanguageRules } from '../../../../src/core/mistakes/engine';
import type { Fix, RuleFinding } from '../../../../src/core/mistakes/finding';
import type { FileReader } from '../../../../src/core/mistakes/source';
import { loadPythonRules, type Grammar } from '../../../../src/core/mistakes/python';

/** A mistake in a program: where a case expects it is marked by « and » in the program's text. */
export interface Invalid {
  readonly code: string;
  /** The whole program after the first finding's fix; null when there must be none. */
  readonly fixed?: string | null;
  /** Whether that fix is preferred; true unless the case says otherwise. */
  readonly preferred?: boolean;
  readonly message?: RegExp;
}

export const grammar: Grammar = {
  runtimeWasm: readFileSync('dist/grammar/web-tree-sitter.wasm'),
  languageWasm: readFileSync('dist/grammar/tree-sitter-python.wasm'),
};

/** A workspace held in memory. */
export function filesOf(files: Readonly<Record<string, string>>): FileReader {
  const names = Object.keys(files);
  return {
    read: (path) => files[path],
    isFile: (path) => path in files,
    isDirectory: (path) => names.some((name) => name.startsWith(`${path}/`)),
    list: (path) =>
      names.filter((name) => name.startsWith(`${path}/`)).map((name) => name.slice(path.length + 1)),
  };
}

let loaded: Promise<LanguageRules> | undefined;

/** The findings in a program that stands alone, by mistake. */
export async function check(text: string): Promise<ReturnType<LanguageRules>> {
  loaded ??= loadPythonRules(grammar, filesOf({}));
  return (await loaded)({ path: '/learner/program.py', language: 'python', text });
}

/** All findings of a program as `line: mistake`. */
export async function summary(text: string): Promise<readonly string[]> {
  const found = await check(text);
  return Object.entries(found)
    .flatMap(([id, findings]) =>
      findings.map(({ start }) => [text.slice(0, start).split('\n').length, id] as const),
    )
    .sort(([a], [b]) => a - b)
    .map(([line, id]) => `${line}: ${id}`);
}

/** Applies a fix to a text. */
export function apply(text: string, fix: Fix): string {
  return fix.edits.reduceRight(
    (result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end),
    text,
  );
}

/** Asserts that CPython's own parser takes every program. */
export function assertParses(programs: readonly string[]): void {
  const script = 'import ast, json, sys\nfor p in json.load(sys.stdin): ast.parse(p)';
  const { status, stderr } = spawnSync('python3', ['-c', script], {
    input: JSON.stringify(programs),
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
}

/** Declares one test per case of a mistake: where it is found, what its fix makes, and where it must be silent. */
export function cases(id: MistakeId, invalid: readonly Invalid[], valid: readonly string[]): void {
  const programs: string[] = [...valid];
  for (const one of invalid) {
    it(`finds: ${title(one.code)}`, async () => {
      programs.push(...(await expectFound(id, one)));
    });
  }
  for (const code of valid) {
    it(`is silent: ${title(code)}`, async () => {
      assert.deepEqual(
        ((await check(code))[id] ?? []).map(({ message }) => message),
        [],
      );
    });
  }
  it('reads and writes programs that CPython takes', () => {
    assertParses(programs);
  });
}

function title(code: string): string {
  const marked = code.split('\n').find((line) => line.includes('«'));
  return (marked ?? code.trim().split('\n').slice(-2).join(' ')).trim();
}

async function expectFound(
  id: MistakeId,
  { code, fixed, preferred, message }: Invalid,
): Promise<readonly string[]> {
  const text = code.replace(/[«»]/g, '');
  const places = [...code.matchAll(/«/g)].map(
    ({ index }) => code.slice(0, index).replace(/[«»]/g, '').length,
  );
  const found = [...((await check(text))[id] ?? [])].sort((a, b) => a.start - b.start);
  assert.deepEqual(
    found.map(({ start }) => start),
    places,
    found.map((one) => one.message).join('\n'),
  );
  const ends = [...code.matchAll(/»/g)].map(({ index }) => code.slice(0, index).replace(/[«»]/g, '').length);
  assert.deepEqual(
    found.map(({ end }) => end),
    ends,
  );
  const [first] = found;
  assert.ok(first);
  assert.match(first.message, message ?? /^`.*`.*\.$/);
  const fix = first.fixes[0];
  if (fixed !== undefined) {
    assert.equal(fix === undefined ? null : apply(text, fix), fixed);
    assert.equal(fix?.preferred, fixed === null ? undefined : (preferred ?? true));
  }
  return repaired(text, found);
}

/** The program after each fix; asserts that each has less findings than before. */
export async function repaired(text: string, found: readonly RuleFinding[]): Promise<readonly string[]> {
  const before = await count(text);
  const programs = found.flatMap(({ fixes }) => fixes.map((fix) => apply(text, fix)));
  for (const program of programs) {
    assert.ok((await count(program)) < before, `the finding is still there, or another came:\n${program}`);
  }
  return programs;
}

async function count(text: string): Promise<number> {
  return Object.values(await check(text)).flat().length;
}
