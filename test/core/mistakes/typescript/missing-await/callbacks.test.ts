import { invalid, valid } from '../support/cases';
import { inAsync, inMain } from '../support/given';

describe('missing-await: async callbacks that nobody waits for', () => {
  invalid('missing-await', [
    inAsync(
      '«items.forEach»(async (item) => { await save(item); });',
      'for (const item of items) { await save(item); }',
      { preferred: false },
    ),
    inAsync(
      '«items.forEach»(async (item) => save(item));',
      'for (const item of items) { await save(item); }',
      { preferred: false },
    ),
    inAsync(
      '«items.forEach»(async (item) => { await save(item); });',
      'await Promise.all(items.map(async (item) => { await save(item); }));',
      { fix: 1, preferred: false },
    ),
    inAsync(
      '«items.forEach»(async (item, index) => { await save(item + index); });',
      'await Promise.all(items.map(async (item, index) => { await save(item + index); }));',
      { preferred: false },
    ),
    inAsync('console.log(«items.filter»(async () => check()));'),
    inAsync('console.log(«items.some»(async () => check()));'),
    inAsync('console.log(«items.find»(async () => check()));'),
    inAsync('«new Set(items).forEach»(async () => { await save(); });'),
    {
      name: 'list.jsx',
      code: 'export function Send({ list, save }) {\n  const send = () => { «list.forEach»(async (item) => { await save(item); }); };\n  return <button onClick={send} />;\n}\n',
    },
    inAsync(
      'new Set(items).forEach((item) => { «save(item)»; });',
      'new Set(items).forEach((item) => { save(item).catch(console.error); });',
      { preferred: false },
    ),
    inAsync('await «items.map(save)»;', 'await Promise.all(items.map(save));', {
      message: /a list of promises/,
    }),
    inAsync(
      'const counts = await «items.map(count)»; console.log(counts);',
      'const counts = await Promise.all(items.map(count)); console.log(counts);',
    ),
    inAsync(
      'const all = items.map(count); await «all»;',
      'const all = items.map(count); await Promise.all(all);',
    ),
  ]);
  valid([
    inMain('const sent = await Promise.all(items.map(async (item) => save(item))); console.log(sent);'),
    inMain(
      'await items.reduce(async (before, item) => { await before; await save(item); }, Promise.resolve());',
    ),
    inMain('items.forEach((item) => { console.log(item); });'),
    inMain('const all = await items.map(save); await Promise.all(all);'),
    inMain('const own: any = load; await own.forEach(async () => { await save(); });'),
    inMain(
      'const own = { forEach(f: () => Promise<void>) { return f(); } }; await own.forEach(async () => save());',
    ),
  ]);
});
