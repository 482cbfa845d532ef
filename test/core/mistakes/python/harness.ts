import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mistakeIds, type MistakeId } from '../../../../src/core/mistakes/catalogue';
import type { LanguageRules } from '../../../../src/core/mistakes/engine';
import { applyEdits, editsOf, selectFixes } from '../../../../src/core/mistakes/apply';
import type { Fix } from '../../../../src/core/mistakes/finding';
import type { FileReader } from '../../../../src/core/mistakes/source';
import { loadPythonSyntax, pythonRules, type Grammar } from '../../../../src/core/mistakes/python';

/** A mistake in a program: where a case expects it is marked by « and » in the program's text. */
export interface Invalid {
  readonly code: string;
  /** The whole program after the first finding's fix; null when there must be none. */
  readonly fixed?: string | null;
  /** Whether that fix is preferred; true unless the case says otherwise. */
  readonly preferred?: boolean;
  readonly message?: RegExp;
  /** The whole programs after the first finding's other fixes, in order. */
  readonly others?: readonly string[];
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
  loaded ??= loadPythonSyntax(grammar).then((syntax) => pythonRules(syntax, filesOf({})));
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

/** A program and what it was before a fix; for one that was not changed, the same text twice. */
export type Change = readonly [before: string, after: string];

/** Asserts that CPython takes each changed program: it compiles if it did before, and parses in any case. */
export function assertParses(changes: readonly Change[]): void {
  const script = `
import ast, json, sys
def compiles(text):
    try:
        compile(text, "program.py", "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        return False
    return True
for before, after in json.load(sys.stdin):
    try:
        ast.parse(after)
        if compiles(before):
            compile(after, "program.py", "exec", dont_inherit=True)
    except SyntaxError as error:
        sys.exit(f"{error}\\n{before}\\n----\\n{after}")
`;
  const { status, stderr } = spawnSync('python3', ['-W', 'ignore', '-c', script], {
    input: JSON.stringify(changes),
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
}

/** Every program of every table; one Python looks at them all when the tests are over. */
const compiled: Change[] = [];

after('CPython takes all programs of the tables', function () {
  this.timeout(60_000);
  assertParses(compiled);
});

/** Declares one test per case of a mistake: where it is found, what its fix makes, and where it must be silent. */
export function cases(id: MistakeId, invalid: readonly Invalid[], valid: readonly string[]): void {
  compiled.push(...valid.map((code): Change => [code, code]));
  for (const one of invalid) {
    it(`finds: ${title(one.code)}`, async () => {
      compiled.push(...(await expectFound(id, one)));
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
}

function title(code: string): string {
  const marked = code.split('\n').find((line) => line.includes('«'));
  return (marked ?? code.trim().split('\n').slice(-2).join(' ')).trim();
}

async function expectFound(
  id: MistakeId,
  { code, fixed, preferred, message, others }: Invalid,
): Promise<readonly Change[]> {
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
  assert.match(first.message, message ?? /`.+`.*\.$/);
  const fix = first.fixes[0];
  if (fixed !== undefined) {
    assert.equal(fix === undefined ? null : apply(text, fix), fixed);
    assert.equal(fix?.preferred, fixed === null ? undefined : (preferred ?? true));
  }
  if (others !== undefined) {
    assert.deepEqual(
      first.fixes.slice(1).map((one) => apply(text, one)),
      others,
    );
  }
  return repaired(text);
}

/**
 * What a fix may show that was there all along: an added `await` can be cancelled and may wait for longer than it has
 * to, and as long as a file has an `await` outside of async code, Python does not get to anything else.
 */
const revealed = new Map<MistakeId, readonly MistakeId[]>([
  ['missing-await', ['sequential-awaits', 'swallowed-cancellation', 'leaked-timeout']],
  ['needless-async', ['sequential-awaits']],
  ['await-outside-async', mistakeIds],
]);

/**
 * The program after each single fix and after all preferred ones. Asserts that a fix removes its finding and brings no
 * other, and that fixing all comes to an end.
 */
export async function repaired(text: string): Promise<readonly Change[]> {
  const found = await check(text);
  const before = counts(found);
  const changes: Change[] = [];
  for (const id of mistakeIds) {
    const findings = found[id] ?? [];
    for (const fix of findings.flatMap(({ fixes }) => fixes)) {
      assertInOrder(fix, text);
      const program = apply(text, fix);
      const after = counts(await check(program));
      assert.ok((after.get(id) ?? 0) < findings.length, `${fix.title}: still there:\n${program}`);
      for (const [other, count] of after) {
        const shown = revealed.get(id)?.includes(other) === true;
        assert.ok(shown || count <= (before.get(other) ?? 0), `${fix.title}: brings ${other}:\n${program}`);
      }
      changes.push([text, program]);
    }
  }
  changes.push([text, await allFixed(text)]);
  return changes;
}

function assertInOrder(fix: Fix, text: string): void {
  fix.edits.forEach(({ start, end }, index) => {
    assert.ok(start <= end && end <= text.length && start >= (fix.edits[index - 1]?.end ?? 0), fix.title);
  });
}

function counts(found: Awaited<ReturnType<typeof check>>): ReadonlyMap<MistakeId, number> {
  return new Map(mistakeIds.map((id) => [id, found[id]?.length ?? 0]));
}

const mostRounds = 8;

/** The program with all preferred fixes applied, again and again until none is left. */
export async function allFixed(text: string): Promise<string> {
  let program = text;
  for (let round = 0; round < mostRounds; round += 1) {
    const fixes = selectFixes(Object.values(await check(program)).flat());
    if (fixes.length === 0) {
      return program;
    }
    program = applyEdits(program, editsOf(fixes));
  }
  return assert.fail(`fixing all does not come to an end:\n${program}`);
}
