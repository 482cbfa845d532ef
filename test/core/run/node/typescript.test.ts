import assert from 'node:assert/strict';
import { join } from 'node:path';
import { folderWith, nodes, runRecorded } from './recorded';

const programs = {
  'beyond.ts': `import { helper } from './helper';
import { other } from './other.js';
import { deep } from './deep';
enum Color { Red, Green }
namespace Numbers { export const five = 5; }
function logged(_target: unknown, name: string) { console.log('decorates', name); }
class Plate { constructor(private readonly size: number) {} @logged async size2() { await null; return this.size * 2; } }
abstract class Base { abstract cook(): Promise<void>; }
const cast = <number>(<unknown>Color.Green);
async function fail(): Promise<never> {
  await null;
  throw new Error('line 12');
}
console.log(helper(), other, deep, Color[cast], Numbers.five, await new Plate(2).size2(), typeof Base);
fail().catch((error: Error) => console.log(error.stack?.split('\\n')[1]?.trim()));
`,
  'helper.ts': 'export function helper(): string { return "helped"; }\n',
  'other.ts': 'export const other: number = 5;\n',
  'deep/index.ts': 'export const deep = true;\n',
  'equals.ts':
    "import path = require('node:path');\nimport helped = require('./old');\nexport = { path };\nconsole.log(typeof path.join, helped.value, typeof module);\n",
  'old.cts': '',
  'old.ts': 'exports.value = 3 as number;\n',
  'common/package.json': '{"type":"commonjs"}',
  'common/main.ts':
    "import { readFileSync } from 'node:fs';\nimport { x } from './x';\nexport async function f(): Promise<number> { await null; return x; }\nvoid f().then((value) => console.log(typeof readFileSync, value, typeof require));\n",
  'common/x.ts': 'export const x = 1;\n',
  'page.tsx':
    'const React = { createElement: (type: string) => type };\nvoid React;\nconst generic = async <T,>(x: T): Promise<T> => x;\nvoid generic(1).then((x) => console.log(x));\n',
  'broken.ts': 'async function f(: number) {}\n',
  'using.ts': `class Table { async [Symbol.asyncDispose]() { await null; console.log('cleared'); } }
async function dine() { await using table = new Table(); console.log('dining', table instanceof Table); }
dine().then(() => console.log('left'));
`,
};

for (const node of nodes) {
  describe(`TypeScript under the recorder on ${node}`, () => {
    const folder = folderWith(programs);
    const run = async (name: keyof typeof programs): Promise<string> => {
      const { stdout, stderr } = await runRecorded(join(folder.path, name), { node });
      return stdout + stderr;
    };
    after(() => {
      folder.remove();
    });

    it('runs what is more than erased types, and names its lines', async () => {
      assert.match(
        await run('beyond.ts'),
        /^decorates size2\nhelped 5 true Green 5 4 function\nat fail \(.*beyond\.ts:12:9\)\n$/,
      );
    });

    it('runs a script with import = and export =', async () => {
      assert.equal(await run('equals.ts'), 'function 3 object\n');
    });

    it('compiles import to require where the package says commonjs', async () => {
      assert.equal(await run('common/main.ts'), 'function 1 function\n');
    });

    it('runs TSX', async () => {
      assert.equal(await run('page.tsx'), '1\n');
    });

    it('says where a file does not parse', async () => {
      assert.match(await run('broken.ts'), /broken\.ts:1\n[^]*SyntaxError/);
    });

    it('disposes of what `await using` holds', async () => {
      assert.equal(await run('using.ts'), 'dining true\ncleared\nleft\n');
    });
  });
}
