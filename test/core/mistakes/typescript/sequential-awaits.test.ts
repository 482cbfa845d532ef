import { invalid, valid } from './support/cases';

const id = 'sequential-awaits';
const head = `import { setTimeout as sleep } from 'node:timers/promises';
async function cook(dish: string, ms = 100) {
  await sleep(ms);
  console.log(dish);
  return dish.toUpperCase();
}
let orders = 0;
async function order(dish: string) {
  await sleep(100);
  orders += 1;
  return \`\${dish} \${orders}\`;
}
declare function getUser(id: number): Promise<{ name: string }>;
declare function savePost(post: string): Promise<string>;
declare const api: { getPosts(id: number): Promise<string[]>; getNextPage(cursor: string): Promise<string> };
declare const names: string[];
declare const ids: number[];
`;
const program = (body: string) => `${head}export async function main() {\n  ${body}\n}\n`;
const row = (code: string, fixed?: string) => ({
  code: program(code),
  ...(fixed === undefined ? {} : { fixed: program(fixed), preferred: false }),
});

describe('sequential-awaits in TypeScript', () => {
  invalid(id, [
    row(
      'let dishes: Record<string, string> | undefined;\n  if (ids.length > 0) {\n    dishes = {};\n    for (const name of names) {\n      dishes[name] = «await cook(name)»;\n    }\n  }\n  return dishes;',
    ),
    row(
      "const a = «await cook('soup')»;\n  const b = await cook('rice');\n  console.log(a, b);",
      "const [a, b] = await Promise.all([cook('soup'), cook('rice')]);\n  console.log(a, b);",
    ),
    row(
      "«await cook('soup')»;\n  await cook('rice');\n  await cook('tea');",
      "await Promise.all([cook('soup'), cook('rice'), cook('tea')]);",
    ),
    row(
      'const { name } = «await getUser(1)»;\n  const posts = await api.getPosts(1);\n  console.log(name, posts);',
      'const [{ name }, posts] = await Promise.all([getUser(1), api.getPosts(1)]);\n  console.log(name, posts);',
    ),
    row(
      "const user: { name: string } = «await getUser(1)»;\n  const soup = await cook('soup');\n  console.log(user, soup);",
    ),
    row(
      'for (const name of names) {\n    console.log(«await cook(name)»);\n  }',
      'await Promise.all(names.map(async (name) => {\n    console.log(await cook(name));\n  }));',
    ),
    row(
      'const dishes: string[] = [];\n  for (const name of names) dishes.push(«await cook(name)»);\n  return dishes;',
      'const dishes: string[] = [];\n  dishes.push(...(await Promise.all(names.map((name) => cook(name)))));\n  return dishes;',
    ),
    row(
      'for (const id of ids) {\n    const user = «await getUser(id)»;\n    console.log(user.name);\n  }',
      'await Promise.all(ids.map(async (id) => {\n    const user = await getUser(id);\n    console.log(user.name);\n  }));',
    ),
    row(
      'for (const name of names) {\n    const response = «await fetch(name)»;\n    const text = await response.text();\n    console.log(text);\n  }',
      'await Promise.all(names.map(async (name) => {\n    const response = await fetch(name);\n    const text = await response.text();\n    console.log(text);\n  }));',
    ),
    row(
      'const dishes: string[] = [];\n  for (const name of names) {\n    const dish = «await cook(name)»;\n    dishes.push(name + dish);\n  }\n  return dishes;',
      'const dishes: string[] = [];\n  dishes.push(...(await Promise.all(names.map(async (name) => {\n    const dish = await cook(name);\n    return name + dish;\n  }))));\n  return dishes;',
    ),
    row(
      'const dishes = [];\n  for (const name of names) dishes.push({ name, dish: «await cook(name)» });\n  return dishes;',
      'const dishes = [];\n  dishes.push(...(await Promise.all(names.map(async (name) => ({ name, dish: await cook(name) })))));\n  return dishes;',
    ),
    row(
      "let menu = '';\n  for (const name of names) menu += «await cook(name)»;\n  return menu;",
      "let menu = '';\n  for (const value of await Promise.all(names.map((name) => cook(name)))) menu += value;\n  return menu;",
    ),
    row(
      'let length = 0;\n  for (const name of names) {\n    length += («await cook(name)»).length;\n  }\n  return length;',
      'let length = 0;\n  for (const value of await Promise.all(names.map((name) => cook(name)))) {\n    length += value.length;\n  }\n  return length;',
    ),
    row(
      "let menu = '';\n  for (const name of names) {\n    const dish = «await cook(name)»;\n    menu += dish;\n  }\n  return menu;",
      "let menu = '';\n  for (const dish of await Promise.all(names.map((name) => cook(name)))) {\n    menu += dish;\n  }\n  return menu;",
    ),
    row("let menu = '';\n  for (const name of names) menu += name + «await cook(name)»;\n  return menu;"),
    row(
      'const lists: Record<string, string[]> = {};\n  for (const name of names) lists[name]?.push(«await cook(name)»);\n  return lists;',
    ),
    row(
      'for (const name of names) {\n    const text = encodeURIComponent(«await cook(name)»);\n    console.log(text);\n  }',
      'await Promise.all(names.map(async (name) => {\n    const text = encodeURIComponent(await cook(name));\n    console.log(text);\n  }));',
    ),
    row(
      "const a = JSON.parse(«await cook('a')»);\n  const b = JSON.parse(await cook('b'));\n  return [a, b];",
    ),
    row('const a = («await getUser(1)»).name;\n  const b = (await getUser(2)).name;\n  return [a, b];'),
    row(
      "const a = «await fetch('a')»;\n  const b = await fetch('b', { headers: { accept: 'text/plain' } });\n  return [a, b];",
      "const [a, b] = await Promise.all([\n    fetch('a'),\n    fetch('b', { headers: { accept: 'text/plain' } }),\n  ]);\n  return [a, b];",
    ),
    row('for (let i = 1; i <= 3; i++) {\n    «await cook(`dish ${i}`)»;\n  }'),
  ]);
  valid(
    [
      "const a = await cook('soup');\n  const b = await cook(a);\n  return b;",
      "const a = await order('soup');\n  const b = await order('rice');\n  return [a, b];",
      "const a = await savePost('a');\n  const b = await savePost('b');\n  return [a, b];",
      "await cook('soup');\n  await order('rice');",
      "const a = await fetch('a', { method: 'POST' });\n  const b = await fetch('b', { method: 'POST' });\n  return [a, b];",
      'for (const name of names) await fetch(name);',
      'await sleep(100);\n  await sleep(200);',
      "const [a, b] = await Promise.all([cook('soup'), cook('rice')]);\n  return [a, b];",
      "const a = await cook('soup');\n  if (a === '') return;\n  const b = await cook('rice');\n  return b;",
      "const first = await api.getNextPage('a');\n  const second = await api.getNextPage('b');\n  return [first, second];",
      'const one = await getUser(1);\n  const again = await getUser(1);\n  return [one, again];',
      'for (const name of names) await savePost(name);',
      'for (const name of names) {\n    await cook(name);\n    await sleep(1000);\n  }',
      'for (const name of names) {\n    if ((await cook(name)) === "") break;\n  }',
      'for (let attempt = 0; attempt < 3; attempt++) {\n    try { return await getUser(attempt); } catch (error) { console.log(error); }\n  }\n  return undefined;',
      'for (let attempt = 0; attempt < 3; attempt++) console.log(await getUser(attempt));',
      "let cursor = 'a';\n  while (cursor !== '') {\n    cursor = await api.getNextPage(cursor);\n  }",
      'for (let page = 1; page <= 10; page++) console.log(await api.getPosts(page));',
      'const index = await api.getBenchmarkIndex();\n  const version = await api.getVersion();\n  return [index, version];',
      "let last = '';\n  for (const name of names) { last = await cook(name + last); }\n  return last;",
      'for (const id of ids) {\n    const user = await getUser(id);\n    await savePost(user.name);\n  }',
      'for (const name of names) await Promise.all([cook(name), cook(name + 1)]);',
      'for await (const name of names) console.log(await cook(name));',
    ].map((body) => program(body)),
    undefined,
    id,
  );
  valid(
    [
      "import { getUser } from 'not-installed';\nexport async function main() {\n  const a = await getUser(1);\n  const b = await getUser(2);\n  return [a, b];\n}\n",
    ],
    undefined,
    id,
  );
});
