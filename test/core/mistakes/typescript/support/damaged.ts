import { allMistakes, numbers, program } from './generated';

type Numbers = ReturnType<typeof numbers>;

/** What the other program has not: elements, decorators, types of types, strange names. */
const modern = `import { readFile } from 'node:fs/promises';
declare function tag(target: unknown, context: unknown): void;
declare function load<T>(id: T): Promise<T>;
declare namespace JSX { interface IntrinsicElements { [name: string]: object } }
type Inner<T> = T extends PromiseLike<infer U> ? Inner<U> : T;
@tag
export class Page {
  @tag private accessor title = load('title');
  static { void load(0); }
  async *[Symbol.asyncIterator]() { yield load(1); }
  get view() { load(2); return <div title={\`\${load('a')}\`} {...load({})}>{load(3) ? 'é' : "😀"}</div>; }
  @tag async close(this: Page, ...rest: [Promise<void>, Inner<Promise<number>>?]) { await using x = null; rest[0]; }
}
label: for await (const part of [load(4), readFile('a')]) { if (load(5)) continue label; }
enum Kind { A = 1 << 2, B = \`x\`.length }
export default async () => { try { load(6); } catch { } finally { ({ a: load(7) }); } };
const { a = load(8), ...more } = await load({ a: load(9) });
switch (load(a)) { case load(a): more satisfies object; }
`;

const scraps: readonly string[] = [
  ...[
    '(',
    ')',
    '{',
    '}',
    '[',
    ']',
    '<',
    '>',
    '</',
    '/>',
    '`',
    '${',
    "'",
    '"',
    '/',
    '/*',
    '*/',
    '//',
    '\\',
    '#',
  ],
  ...[
    '@',
    '=>',
    '?.',
    '...',
    '=',
    ';',
    ',',
    ':',
    '?',
    '!',
    '&&',
    '\0',
    '\uD83D',
    '\uDE00',
    '\uFEFF',
    '\u2028',
  ],
  ...[
    '\r',
    '\r\n',
    '\n',
    'async ',
    'await ',
    'yield ',
    'new ',
    'function ',
    'class ',
    'import(',
    'export ',
    '0x',
  ],
  ...[
    '<div>',
    '<A b={',
    '@tag() ',
    '1n',
    '\\u{110000}',
    '\\u0',
    'for await (',
    'using ',
    '#!/bin/sh\n',
    '<!--',
  ],
  ...[
    '<<<<<<< HEAD\n',
    '=======\n',
    '>>>>>>> theirs\n',
    'try {',
    'case 1:',
    'else ',
    'static {',
    '/** @type {',
  ],
];

/** Each opens something that is not closed, or binds to what comes next. */
const nests: readonly string[] = [
  ...['(', '[', '{', '<', '${`', '`${', '<div>', '<a b={', 'f(', '!', '1 + ', 'a ? ', 'a.b(', '.then(() => '],
  ...[
    '() => ',
    'async () => ',
    'await ',
    'function f() {',
    'class A { x = ',
    'if (a) {',
    'for (;;) ',
    'try {',
  ],
  ...[
    'new Promise(async (r) => ',
    'Promise<',
    '@a ',
    'a[',
    '[...',
    '({ a: ',
    'else if (a) ',
    'a?.',
    'namespace A {',
  ],
];

const damages: readonly ((text: string, next: Numbers) => string)[] = [
  (text, next) => text.slice(0, next(text.length)),
  (text, next) => text.slice(next(text.length)),
  (text, next) => replaced(text, next, () => ''),
  (text, next) => replaced(text, next, (piece) => piece.repeat(2 + next(3))),
  (text, next) => replaced(text, next, (piece) => piece.toUpperCase()),
  (text, next) => replaced(text, next, () => text.slice(next(text.length)).slice(0, next(200))),
  (text, next) => replaced(text, next, () => scrap(next)),
  (text, next) => replaced(text, next, () => scrap(next) + scrap(next) + scrap(next)),
  (text, next) =>
    replaced(text, next, () => String.fromCharCode(...Array.from({ length: 20 }, () => next(256)))),
  (text, next) =>
    replaced(text, next, () => String.fromCharCode(...Array.from({ length: 9 }, () => next(65_536)))),
  (text, next) => replaced(text, next, () => nest(next).repeat(next(60))),
  (text, next) => {
    const newline = ['\r\n', '\r', '\u2028', '\u2029', ' '][next(5)] ?? '';
    return text.replaceAll('\n', newline);
  },
  (text, next) => {
    const cut = next(text.length);
    return `${text.slice(0, cut)}\n<<<<<<< HEAD\n${text.slice(cut, cut + 90)}\n=======\n${text.slice(cut + 40, cut + 150)}\n>>>>>>> theirs\n${text.slice(cut + 90)}`;
  },
  (text) => `\uFEFF${text}`,
];

function replaced(text: string, next: Numbers, by: (piece: string) => string): string {
  const start = next(text.length + 1);
  const end = Math.min(text.length, start + next(60));
  return text.slice(0, start) + by(text.slice(start, end)) + text.slice(end);
}

const pick = (from: readonly string[], next: Numbers): string => from[next(from.length)] ?? '';
const scrap = (next: Numbers): string => pick(scraps, next);
const nest = (next: Numbers): string => pick(nests, next);

/** A program that somebody or something has damaged in one to four ways. */
export function damaged(next: Numbers): string {
  let text = pick([allMistakes, modern, program(next), ''], next);
  for (let times = 1 + next(4); times > 0; times -= 1) {
    text = damages[next(damages.length)]?.(text, next) ?? text;
  }
  return text;
}

/** Texts that nest so deeply, or go on so long, that what reads them runs out of stack, each by its name. */
export const extremes: Readonly<Record<string, string>> = Object.fromEntries([
  ...nests.map((piece) => [`${piece} 10,000 times`, `${allMistakes}\n${piece.repeat(10_000)}`] as const),
  ['a chain', `${allMistakes}\nsave()${'.then(() => 1)'.repeat(10_000)};`],
  ['a sum', `${allMistakes}\nconst sum = ${'save() + '.repeat(10_000)}1;`],
  ['closed brackets', `${allMistakes}\nconst x = ${'['.repeat(10_000)}1${']'.repeat(10_000)};`],
  [
    'closed functions',
    `${allMistakes}\n${'async function f() {'.repeat(10_000)} save() ${'}'.repeat(10_000)}`,
  ],
  ['one long line', allMistakes.replaceAll('\n', ' ').repeat(40)],
  ['conflicts', `${allMistakes}${'<<<<<<< HEAD\nsave();\n=======\nsave(1);\n>>>>>>> theirs\n'.repeat(1000)}`],
  ['many mistakes', `${allMistakes}${'save();'.repeat(2000)}`],
]);
