import { invalid, valid } from './support/cases';
import { given } from './support/given';

const id = 'needless-async';

describe('needless-async in TypeScript', () => {
  invalid(id, [
    {
      code: `${given}«async function add»(a: number, b: number): Promise<number> {\n  return a + b;\n}\nconsole.log(await add(1, 2));\n`,
      fixed: `${given}function add(a: number, b: number): number {\n  return a + b;\n}\nconsole.log(await add(1, 2));\n`,
      message: /`add` is async but never awaits/,
    },
    {
      code: `${given}const add = «async» (a: number, b: number) => a + b;\nconsole.log(await add(1, 2));\n`,
      fixed: `${given}const add = (a: number, b: number) => a + b;\nconsole.log(await add(1, 2));\n`,
    },
    {
      code: `${given}export «async function add»(a: number, b: number) {\n  return a + b;\n}\n`,
      fixed: `${given}export function add(a: number, b: number) {\n  return a + b;\n}\n`,
      preferred: false,
    },
    {
      code: "import { randomUUID } from 'node:crypto';\nexport «async function newId»() { return randomUUID(); }\n",
      fixed: "import { randomUUID } from 'node:crypto';\nexport function newId() { return randomUUID(); }\n",
      preferred: false,
    },
    {
      code: `${given}class Till {\n  private «async add»(a: number): Promise<number> { return a + 1; }\n  async pay() { console.log(await this.add(1)); }\n}\nexport const till = new Till();\n`,
      fixed: `${given}class Till {\n  private add(a: number): number { return a + 1; }\n  async pay() { console.log(await this.add(1)); }\n}\nexport const till = new Till();\n`,
    },
    {
      code: `${given}class Till {\n  «async #add»(a: number) { return a + 1; }\n  async pay() { console.log(await this.#add(1)); }\n}\nexport const till = new Till();\n`,
      fixed: `${given}class Till {\n  #add(a: number) { return a + 1; }\n  async pay() { console.log(await this.#add(1)); }\n}\nexport const till = new Till();\n`,
    },
    {
      code: `${given}«async function outer»() {\n  const inner = async () => { await save(); };\n  console.log(inner);\n}\nawait outer();\n`,
      fixed: `${given}function outer() {\n  const inner = async () => { await save(); };\n  console.log(inner);\n}\nawait outer();\n`,
    },
    {
      code: `${given}«async function add»(a: number) {\n  return a + 1;\n}\nadd(1).then(console.log).catch(console.error);\n`,
    },
    {
      code: '/** @returns {Promise<number>} */\n«async function one»() { return 1; }\none().catch(console.error);\n',
      name: 'old.js',
    },
    {
      code: '«async function foo»() { doSomething(); }\n',
      name: 'old.js',
      fixed: 'function foo() { doSomething(); }\n',
      preferred: false,
    },
    {
      code: 'class A { «async foo»() { doSomething(); } }\n',
      name: 'old.js',
      fixed: 'class A { foo() { doSomething(); } }\n',
      preferred: false,
    },
    {
      code: '({ «async foo»() { doSomething(); } });\n',
      name: 'old.js',
      fixed: '({ foo() { doSomething(); } });\n',
      preferred: false,
    },
    {
      code: '(«async» function() { doSomething(); });\n',
      name: 'old.js',
      fixed: '(function() { doSomething(); });\n',
      preferred: false,
    },
  ]);
  valid(
    [
      'async function later() {}\nlater().catch(console.error);\nexport {};\n',
      'export async function later() { throw new Error("to do"); }\n',
      `${given}export async function one() { return count(); }\n`,
      `${given}export async function one() { for await (const item of [1]) console.log(item); }\n`,
      `${given}export async function one() { await using file = { async [Symbol.asyncDispose]() { await save(); } }; console.log(file); }\n`,
      `${given}export async function* one() { yield 1; }\n`,
      `${given}export async function one() { void save(); }\n`,
      `${given}interface Store { get(key: string): Promise<string> }\nexport class Memory implements Store { async get(key: string) { return key; } }\n`,
      `${given}class Base { async get() { return await count(); } }\nexport class Two extends Base { override async get() { return 2; } }\n`,
      `import { Base } from 'not-installed';\nexport class Two extends Base { async get() { return 2; } }\n`,
      `export class Memory { async get(key: string) { return key; } }\n`,
      `${given}type Handler = (name: string) => Promise<number>;\nexport const handler: Handler = async (name) => name.length;\n`,
      `export const handlers: Record<string, () => Promise<number>> = { one: async () => 1, async two() { return 2; } };\n`,
      `declare function retry(work: () => Promise<number>): Promise<number>;\nasync function one() { return 1; }\nexport const two = retry(one);\nexport const three = retry(async () => 3);\n`,
      `export async function GET() { return new Response('ok'); }\n`,
      `'use server';\nexport async function add(a: number, b: number) { return a + b; }\n`,
      `export default async function Page() { return 'hi'; }\n`,
      `export async function pass<T>(value: T) { return value; }\n`,
      `import { work } from 'not-installed';\nexport async function one() { work(); }\n`,
      `import { readFileSync } from 'fs';\nconst read = (name: string) => readFileSync(name, 'utf8');\nexport const all = [read];\n`,
      `declare function bind(target: object, key: string): void;\nclass A { @bind async get() { return 1; } }\nnew A();\n`,
      `export async function check(n: number) { if (n < 0) throw new RangeError('n'); return n; }\n`,
    ],
    undefined,
    id,
  );
  invalid(id, [
    {
      name: 'score.js',
      code: "«async function score»(answers) {\n  return answers.filter((a) => a === 'yes').length;\n}\nscore([]).then((n) => console.log(n)).catch(console.error);\n",
    },
  ]);
  valid(
    [
      'const express = require("express");\nconst app = express();\nasync function home(req, res) { res.send("hi"); }\napp.get("/", home);\n',
      'exports.home = async (req, res) => { console.log("hi"); };\n',
    ],
    'old.cjs',
    id,
  );
});
