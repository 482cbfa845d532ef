import assert from 'node:assert/strict';
import { check } from './support/rules';

const program = `import { readFileSync } from 'node:fs';
declare function save(name: string): Promise<void>;
class Kitchen {
  #orders: string[] = [];
  async cook(order: string) {
    save(order);
    this.#orders.forEach(async (item) => {
      await save(item);
    });
    const text = readFileSync(order, 'utf8');
    return \`\${save(text)} 😀\`;
  }
}
const pending = new Promise(async (resolve) => { resolve(1); });
export async function main() {
  const kitchen = new Kitchen();
  if (kitchen.cook('soup')) console.log(<T,>(x: T) => x);
  for (const x of [1, 2]) { switch (x) { case 1: save('a'); break; default: } }
  (async () => { await pending; })();
  while (Date.now() < 5) {}
}
main();
`;

/** A generator of numbers from 0 up to `limit`, the same ones each time. */
function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % limit;
  };
}

describe('half-written TypeScript', () => {
  it('keeps the findings of what is whole', async () => {
    const found = await check(
      'declare function save(): Promise<void>;\nexport async function a() {\n  save();\n}\nexport async function b() {\n  save(;\n}\nexport async function c() {\n  save();\n}\n',
    );
    assert.deepEqual(
      found.map(({ start }) => start),
      [70, 149],
    );
  });

  it('says nothing next to a syntax error', async () => {
    const found = await check(
      'declare function save(): Promise<void>;\nexport async function a() {\n  save();\n  const x = ;\n  save();\n}\n',
    );
    assert.deepEqual(found, []);
  });

  it('says nothing in a block that is not closed', async () => {
    const found = await check(
      'declare function save(): Promise<void>;\nexport async function a() {\n  save();\n  if (true) {\n    save();\n',
    );
    assert.deepEqual(found, []);
  });

  it('never throws, wherever the text is cut', async function () {
    this.timeout(60_000);
    for (let end = 1; end < program.length; end += 29) {
      await check(program.slice(0, end), 'lesson.tsx');
    }
  });

  it('never throws, whatever is lost or doubled in the middle', async function () {
    this.timeout(60_000);
    const next = numbers(7);
    for (let round = 0; round < 40; round += 1) {
      const start = next(program.length);
      const end = Math.min(program.length, start + next(40));
      const middle = round % 2 === 0 ? '' : program.slice(start, end).repeat(2);
      const text = program.slice(0, start) + middle + program.slice(end);
      for (const finding of await check(text, round % 3 === 0 ? 'lesson.js' : 'lesson.ts')) {
        assert.ok(finding.start >= 0 && finding.start <= finding.end && finding.end <= text.length);
      }
    }
  });
});
