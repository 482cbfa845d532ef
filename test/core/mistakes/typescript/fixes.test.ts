import assert from 'node:assert/strict';
import { assertBetter } from './support/cases';
import { applyEdits, editsOf, selectFixes } from '../../../../src/core/mistakes/apply';
import { allMistakes, numbers, program as generated, rounds } from './support/generated';
import { check } from './support/rules';

const program = `import fs, { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

interface User { name: string; friends: string[] }
async function getUser(id: number): Promise<User> { return { name: String(id), friends: [] }; }
async function hasAccess(id: number): Promise<boolean> { return id > 1; }
function config() { return readFileSync('a', 'utf8'); }
const twice = () => config() + config();
function wait(ms: number) { const end = Date.now() + ms; while (Date.now() < end) {} }
class Repo {
  async save(user: User) { await sleep(1); return user; }
  start() { this.save({ name: '', friends: [] }); }
}
function quiet(): number { getUser(1); return 1; }
export async function main(repo?: Repo) {
  sleep(100)
  getUser(1)?.name
  repo?.save(await getUser(1));
  if (!hasAccess(1)) return;
  const user = getUser(1);
  console.log(user.name, quiet(), \`\${hasAccess(2)}\`);
  const { name, friends } = getUser(2);
  for (const friend of getFriends()) console.log(friend, name, friends);
  [1, 2].forEach(async (id) => { await getUser(id); });
  [1, 2].map(async (id) => getUser(id));
  fs.mkdirSync('a', { recursive: true });
  console.log(twice(), fs.statSync('a').size, fs.readdirSync('a').length);
  wait(10);
  (async () => { await sleep(1); })();
  await new Promise<void>(async (resolve) => { setTimeout(resolve, 1); });
  switch (hasAccess(3)) { case true: break; default: hasAccess(4); }
  hasAccess(5) ? console.log(1) : getUser(6);
}
async function getFriends() { return ['a']; }
main();
`;

/** Tries each fix of each finding by itself; gives how many there were. */
async function tryAll(text: string): Promise<number> {
  const found = await check(text);
  let fixes = 0;
  for (const finding of found) {
    for (const fix of finding.fixes) {
      await assertBetter(text, found, fix, finding);
      fixes += 1;
    }
  }
  return fixes;
}

/** The text after all preferred fixes, again and again until none is left. */
async function fixAll(text: string): Promise<string> {
  let now = text;
  for (let round = 0; round < 8; round += 1) {
    const edits = editsOf(selectFixes(await check(now)));
    if (edits.length === 0) {
      return now;
    }
    now = applyEdits(now, edits);
  }
  return assert.fail(`there is always another fix:\n${now}`);
}

describe('fixes of TypeScript mistakes', () => {
  it('each leave a program that parses, has no new errors, and a finding less', async () => {
    assert.ok((await tryAll(program)) > 25);
  });

  it('do so in generated programs too, one by one and all at once', async function () {
    this.timeout(0);
    const next = numbers(11);
    let fixes = 0;
    for (let round = 0; round < rounds(6); round += 1) {
      const text = generated(next);
      fixes += await tryAll(text);
      const settled = await fixAll(text);
      const left = await check(settled);
      assert.deepEqual(selectFixes(left), [], settled);
    }
    assert.ok(fixes > rounds(6));
  });

  it('all at once come to an end in a program that has every mistake', async () => {
    await fixAll(allMistakes);
  });
});
