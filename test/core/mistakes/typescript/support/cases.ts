import assert from 'node:assert/strict';
import path from 'node:path';
import type { Finding, Fix } from '../../../../../src/core/mistakes/finding';
import type { MistakeId } from '../../../../../src/core/mistakes/catalogue';
import { Workspace } from '../../../../../src/core/mistakes/typescript/workspace/workspace';
import { diskFiles } from '../../../../../src/platform/files';
import { apply, check, root } from './rules';

/** Code with «…» around what must be found; `fixed` is the text after the first fix of the first finding. */
export interface Case {
  readonly code: string;
  readonly name?: string;
  /** The text after the fix, or nothing when no fix is offered. */
  readonly fixed?: string;
  /** Which fix of the first finding; the first one unless told. */
  readonly fix?: number;
  /** Whether that fix may be applied without asking; true unless told. */
  readonly preferred?: boolean;
  readonly message?: RegExp;
}

/** The text without its marks, and the places they marked. */
function unmark(marked: string): { text: string; places: readonly string[] } {
  const starts: number[] = [];
  const places: string[] = [];
  let text = '';
  for (const character of marked) {
    if (character === '«') {
      starts.push(text.length);
    } else if (character === '»') {
      places.push(`${starts.pop() ?? -1}-${text.length}`);
    } else {
      text += character;
    }
  }
  return { text, places: places.sort() };
}

/** Checks that exactly the marked places are found, and that the fix gives the text that is promised, and a better one. */
export async function assertInvalid(mistake: MistakeId, wanted: Case): Promise<void> {
  const { text, places } = unmark(wanted.code);
  const found = relevant(await check(text, wanted.name), mistake);
  const shown = found.map(({ start, end, mistake: id }) => `${id} ${start}-${end}`);
  assert.deepEqual(shown.sort(), places.map((place) => `${mistake} ${place}`).sort());
  const [first] = found;
  assert.ok(first);
  if (wanted.message !== undefined) {
    assert.match(first.message, wanted.message);
  }
  const fix = first.fixes[wanted.fix ?? 0];
  if (wanted.fixed === undefined) {
    assert.equal(fix, undefined);
    return;
  }
  assert.ok(fix, 'a fix is offered');
  assert.equal(apply(text, fix.edits), wanted.fixed);
  assert.equal(fix.preferred, wanted.preferred ?? true);
  const after = relevant(await check(wanted.fixed, wanted.name), mistake);
  assert.equal(after.length, found.length - 1, 'one finding is gone, and none came');
  assert.deepEqual(newErrors(text, wanted.fixed, wanted.name), [], 'the types are no worse');
}

/** Programs of tests are short: advice of other kinds is beside the point. */
function relevant(found: readonly Finding[], about: MistakeId | undefined): readonly Finding[] {
  return found.filter(({ mistake, severity }) => mistake === about || severity !== 'information');
}

/** Checks that nothing is found, advice aside unless the test is about that very advice. */
export async function assertValid(code: string, name?: string, about?: MistakeId): Promise<void> {
  const found = relevant(await check(code, name), about);
  assert.deepEqual(
    found.map(({ start, end, mistake }) => `${mistake}: ${code.slice(start, end)}`),
    [],
  );
}

const workspace = new Workspace(diskFiles, path.join(root, 'dist/types'));

/** Checks that a fix leaves a program that parses, brings no error and no finding, and takes its own finding away. */
export async function assertBetter(
  text: string,
  found: readonly Finding[],
  fix: Fix,
  finding: Finding,
  name?: string,
): Promise<void> {
  const fixed = apply(text, fix.edits);
  const told = `${fix.title}: ${text.slice(finding.start, finding.end)}`;
  assert.deepEqual(newErrors(text, fixed, name), [], told);
  const messages = new Set(found.map(({ message }) => message));
  const after = await check(fixed, name);
  assert.ok(after.length < found.length, `${told}: ${after.length} of ${found.length} left`);
  assert.deepEqual(
    after.filter(({ message }) => !messages.has(message)).map(({ message }) => message),
    [],
    told,
  );
}

/** What the compiler says about a text after a fix that it did not say before. */
function newErrors(before: string, after: string, name = 'lesson.mts'): readonly string[] {
  const errors = (text: string) => {
    const opened = workspace.open({ path: name, language: 'typescript', text }, text);
    assert.ok(opened);
    const { program, sourceFile } = opened;
    assert.equal(program.getSyntacticDiagnostics(sourceFile).length, 0, 'the text parses');
    return program.getSemanticDiagnostics(sourceFile).map(({ messageText }) => JSON.stringify(messageText));
  };
  const known = new Set(errors(before));
  return errors(after).filter((message) => !known.has(message));
}

/** One test per case, named by its code. */
export function invalid(mistake: MistakeId, cases: readonly Case[]): void {
  for (const wanted of cases) {
    it(`finds ${wanted.code.replaceAll(/\s+/g, ' ').slice(0, 90)}`, () => assertInvalid(mistake, wanted));
  }
}

export function valid(cases: readonly string[], name?: string, about?: MistakeId): void {
  for (const code of cases) {
    it(`is silent on ${code.replaceAll(/\s+/g, ' ').slice(0, 90)}`, () => assertValid(code, name, about));
  }
}
