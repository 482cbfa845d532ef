import assert from 'node:assert/strict';
import { assertBetter } from './support/cases';
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

describe('fixes of TypeScript mistakes', () => {
  it('each leave a program that parses, has no new errors, and a finding less', async () => {
    const found = await check(program);
    assert.ok(found.length > 20, `${found.length} findings`);
    let fixes = 0;
    for (const finding of found) {
      for (const fix of finding.fixes) {
        await assertBetter(program, found, fix, finding);
        fixes += 1;
      }
    }
    assert.ok(fixes > 25, `${fixes} fixes`);
  });
});
