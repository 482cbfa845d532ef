import { invalid, valid } from './support/cases';
import { given, inMain } from './support/given';

describe('await-outside-async in TypeScript', () => {
  invalid('await-outside-async', [
    {
      code: `${given}function quiet() {\n  «await save()»;\n}\nawait quiet();\n`,
      fixed: `${given}async function quiet() {\n  await save();\n}\nawait quiet();\n`,
      message: /`await` stands in `quiet`, which is not async/,
    },
    {
      code: `${given}function total(): number {\n  return «await count()»;\n}\nasync function main() {\n  console.log(total() + 1);\n}\nawait main();\n`,
      fixed: `${given}async function total(): Promise<number> {\n  return await count();\n}\nasync function main() {\n  console.log(await total() + 1);\n}\nawait main();\n`,
    },
    {
      code: `${given}export function shown() {\n  «await save()»;\n}\n`,
      fixed: `${given}export async function shown() {\n  await save();\n}\n`,
    },
    {
      code: `${given}export const shown = () => «await save()»;\n`,
      fixed: `${given}export const shown = async () => await save();\n`,
    },
    {
      code: `${given}export class Till {\n  pay() {\n    «await save()»;\n  }\n}\n`,
      fixed: `${given}export class Till {\n  async pay() {\n    await save();\n  }\n}\n`,
    },
    {
      code: `${given}export class Till {\n  constructor() {\n    «await save()»;\n  }\n}\n`,
    },
    {
      code: `${given}export function list(source: AsyncIterable<string>) {\n  for «await» (const item of source) console.log(item);\n}\n`,
      fixed: `${given}export async function list(source: AsyncIterable<string>) {\n  for await (const item of source) console.log(item);\n}\n`,
    },
    {
      code: inMain('items.forEach((item) => { «await save(item)»; });'),
      fixed: inMain('for (const item of items) { await save(item); }'),
      preferred: false,
    },
    {
      code: inMain('const all = items.map((item) => «await save(item)»); console.log(all);'),
      fixed: inMain(
        'const all = await Promise.all(items.map(async (item) => await save(item))); console.log(all);',
      ),
      preferred: false,
    },
    {
      code: `${given}setTimeout(() => {\n  «await save()»;\n}, 10);\n`,
      fixed: `${given}setTimeout(async () => {\n  await save();\n}, 10);\n`,
      preferred: false,
    },
    {
      code: 'const save = async () => {};\nfunction main() {\n  «await save()»;\n}\nmodule.exports = { main };\n',
      name: 'old.cjs',
      fixed:
        'const save = async () => {};\nasync function main() {\n  await save();\n}\nmodule.exports = { main };\n',
      preferred: false,
    },
  ]);
  valid([
    inMain('await save();'),
    `${given}await save();\n`,
    `${given}export const list = async () => { for await (const item of [save()]) console.log(item); };\n`,
    `${given}export async function* pages() { yield await count(); }\n`,
    'export class Kept { static async make() { await Promise.resolve(); return new Kept(); } }\n',
  ]);
});
