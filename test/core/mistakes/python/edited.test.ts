import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadPythonSyntax, type PythonSyntax } from '../../../../src/core/mistakes/python';
import { parseEdited } from '../../../../src/core/mistakes/python/syntax/edited';
import type { SyntaxTree } from '../../../../src/core/mistakes/python/syntax/node';
import { pythonProgram } from '../../../bench/mistakes/programs';
import { grammar } from './harness';
import { numbers } from './numbers';

/** Everything a tree tells, on one line for each node. */
function written({ text, nodes, root, whole }: SyntaxTree | undefined = never()): readonly string[] {
  assert.equal(nodes[0], root);
  return [
    `${whole} ${text.length}`,
    ...nodes.map((node, index) => {
      const { type, field, start, end, broken, parent, children } = node;
      assert.equal(node.index, index);
      const places = children.map((child) => child.index).join(' ');
      return `${type} ${field} ${start}-${end} ${broken} in ${parent?.index} [${places}]`;
    }),
  ];
}

function never(): never {
  throw new Error('no tree');
}

const typed = [
  ...[
    'x',
    '\n',
    '    ',
    '"""',
    "'",
    '(',
    ')',
    ':',
    '#',
    '\\',
    '\n\n',
    '@wraps\n',
    'else:\n',
    'async ',
    'await f()',
    ';',
  ],
  ...['if x:\n', 'def g():\n    pass\n', 'try:\n', '\r\n', 'é', '\\\n', '# c \\\n', 'class A: pass\n'],
];

describe('Python that is edited', () => {
  let syntax: PythonSyntax;
  before(async () => {
    syntax = await loadPythonSyntax(grammar);
  });

  it('is parsed as if it were new after each of many edits', () => {
    const next = numbers(7);
    const folder = 'walkthroughs';
    const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('demo.py'))
      .map((name) => readFileSync(path.join(folder, name), 'utf8'));
    for (const original of [...texts, pythonProgram(120)]) {
      const parse = parseEdited(syntax.parse);
      let text = original;
      for (let edit = 0; edit < Number(process.env['ASYNC_TUTOR_EDITS'] ?? 12); edit += 1) {
        const at = next(text.length + 1);
        const removed = next(3) === 0 ? next(40) : 0;
        const added = next(4) === 0 ? '' : (typed[next(typed.length)] ?? '');
        const before = text;
        text = text.slice(0, at) + added + text.slice(at + removed);
        assert.deepEqual(
          written(parse('/a.py', text)),
          written(syntax.parse(text)),
          `${before}\n----\n${text}`,
        );
        if (next(3) === 0) {
          text = original;
        }
      }
    }
  });

  it('is parsed around the edit only', () => {
    const parsed: number[] = [];
    const parse = parseEdited((text) => {
      parsed.push(text.length);
      return syntax.parse(text);
    });
    const text = pythonProgram(400);
    parse('/a.py', text);
    parse('/a.py', text.replace('time.sleep(0.1)', 'time.sleep(0.12)'));
    parse('/a.py', text.replace('time.sleep(0.1)', 'time.sleep(0.123)'));
    parse('/b.py', text);
    const [whole = 0, first = whole, second = whole, other] = parsed;
    assert.ok(first < whole / 10 && second < whole / 10, parsed.join(' '));
    assert.equal(other, whole);
  });
});
