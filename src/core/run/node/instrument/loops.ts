import { ts } from '@ts-morph/common';
import type { Editor } from './editor';
import { describe } from './naming';
import { RESUME, RUNTIME } from './site';

/**
 * `for await` suspends where no expression stands: the runtime sees its iterator, and is told at the start of
 * every round and after the loop that the lane goes on.
 */
export function wrapForAwait(
  editor: Editor,
  loop: ts.ForOfStatement,
  lane: string,
  visit: (part: ts.Node) => void,
): void {
  const site = editor.site(loop, describe(loop.expression));
  const goOn = `${RESUME}(${lane},${site});`;
  const whole = withLabels(loop);
  const needsBlock = !isInList(whole);
  if (needsBlock) {
    editor.open(whole.getStart(editor.file), '{');
  }
  visit(loop.initializer);
  const isCall = ts.isCallExpression(loop.expression);
  editor.around(loop.expression, `${RUNTIME}.iterate(${lane},${site},(`, `),${String(isCall)})`, () => {
    visit(loop.expression);
  });
  const { statement } = loop;
  if (ts.isBlock(statement)) {
    editor.open(statement.getStart(editor.file) + 1, goOn);
    visit(statement);
  } else {
    editor.around(statement, `{${goOn}`, '}', () => {
      visit(statement);
    });
  }
  editor.close(whole.getEnd(), goOn + (needsBlock ? '}' : ''));
}

function withLabels(statement: ts.Statement): ts.Statement {
  return ts.isLabeledStatement(statement.parent) ? withLabels(statement.parent) : statement;
}

function isInList(statement: ts.Statement): boolean {
  const { parent } = statement;
  return (
    ts.isBlock(parent) ||
    ts.isSourceFile(parent) ||
    ts.isModuleBlock(parent) ||
    ts.isCaseOrDefaultClause(parent)
  );
}
