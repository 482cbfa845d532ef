import { ts } from '@ts-morph/common';
import { groupMembers, isBlockingCall, isDerivation, workerModule } from './calls';
import type { Editor } from './editor';
import { isCallback, isGenerator, isTraceable, keepsOwnPromise, wrapAsync, wrapCallback } from './functions';
import { wrapForAwait } from './loops';
import { describe } from './naming';
import { LANE, PROGRAM_LANE, RESUME, RUNTIME } from './site';

/** Whose code is being visited: an expression for its lane, null inside plain functions. */
interface Scope {
  readonly lane: string | null;
  readonly isGenerator: boolean;
}

const plain: Scope = { lane: null, isGenerator: false };

/** Stands the recorder's calls around all that starts, suspends and ends lanes. Adds no line and no microtask. */
export function instrument(editor: Editor): void {
  editor.open(startOfCode(editor.file), `;${RUNTIME}.begin();`);
  visitChildren(editor, editor.file, { lane: PROGRAM_LANE, isGenerator: false });
}

/** After a hash-bang and directives, so that both keep their meaning. */
function startOfCode(file: ts.SourceFile): number {
  let position: number = ts.getShebang(file.text)?.length ?? 0;
  for (const statement of file.statements) {
    if (!ts.isExpressionStatement(statement) || !ts.isStringLiteral(statement.expression)) {
      break;
    }
    position = statement.getEnd();
  }
  return position;
}

function visitChildren(editor: Editor, node: ts.Node, scope: Scope): void {
  ts.forEachChild(node, (child) => {
    visit(editor, child, scope);
  });
}

function visit(editor: Editor, node: ts.Node, scope: Scope): void {
  const inside = (): void => {
    visitChildren(editor, node, scope);
  };
  if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) {
    return;
  }
  if (isFunction(node)) {
    visitFunction(editor, node, scope);
  } else if (ts.isClassStaticBlockDeclaration(node)) {
    visitChildren(editor, node, plain);
  } else if (ts.isCallExpression(node)) {
    visitCall(editor, node, inside);
  } else if (ts.isNewExpression(node)) {
    visitNew(editor, node, scope);
  } else if (scope.lane === null) {
    inside();
  } else {
    visitInLane(editor, node, scope, scope.lane, inside);
  }
}

function visitInLane(editor: Editor, node: ts.Node, scope: Scope, lane: string, inside: () => void): void {
  if (ts.isAwaitExpression(node)) {
    const site = editor.site(node, describe(node.expression));
    const suspend = `${RUNTIME}.suspend(${lane},${site},${RUNTIME}.lanes,(`;
    editor.around(node, `${RESUME}(${lane},${site},`, ')', () => {
      editor.around(node.expression, suspend, '))', () => {
        visit(editor, node.expression, scope);
      });
    });
  } else if (ts.isYieldExpression(node)) {
    visitYield(editor, node, lane, inside);
  } else if (ts.isReturnStatement(node) && lane === LANE && !scope.isGenerator) {
    visitReturn(editor, node, lane, inside);
  } else if (ts.isForOfStatement(node) && node.awaitModifier !== undefined) {
    wrapForAwait(editor, node, lane, (part) => {
      visit(editor, part, scope);
    });
  } else if (ts.isTryStatement(node)) {
    visitTry(editor, node, lane, inside);
  } else if (ts.isBlock(node) && node.statements.some(disposesLater)) {
    inside();
    const site = editor.site(node, 'asyncDispose');
    editor.close(node.getEnd() - 1, `;${RUNTIME}.suspend(${lane},${site},${RUNTIME}.lanes);`);
  } else {
    inside();
  }
}

/** A `catch` or `finally` may be the first to notice that the lane goes on. */
function visitTry(editor: Editor, node: ts.TryStatement, lane: string, inside: () => void): void {
  const { catchClause, finallyBlock } = node;
  if (catchClause !== undefined) {
    const caught = catchClause.variableDeclaration?.name;
    const error = caught !== undefined && ts.isIdentifier(caught) ? `,${caught.text}` : '';
    editor.open(catchClause.block.getStart(editor.file) + 1, `${RUNTIME}.caught(${lane}${error});`);
  }
  if (finallyBlock !== undefined) {
    editor.open(finallyBlock.getStart(editor.file) + 1, `${RUNTIME}.again(${lane});`);
  }
  inside();
}

function visitYield(editor: Editor, node: ts.YieldExpression, lane: string, inside: () => void): void {
  const site = editor.site(node, 'next');
  const hand = `${RUNTIME}.hand(${lane},${site}`;
  editor.around(
    node,
    `${RESUME}(${lane},${site},`,
    node.expression === undefined ? ` ${hand}))` : ')',
    () => {
      if (node.expression !== undefined) {
        editor.around(node.expression, `${hand},(`, '))', inside);
      }
    },
  );
}

/** `return f()` waits for `f` as `return await f()` does, though no line runs after it. */
function visitReturn(editor: Editor, node: ts.ReturnStatement, lane: string, inside: () => void): void {
  const returned = node.expression;
  if (returned === undefined || ts.isLiteralExpression(returned) || ts.isAwaitExpression(returned)) {
    inside();
    return;
  }
  const site = editor.site(node, describe(returned));
  editor.around(returned, `${RUNTIME}.give(${lane},${site},${RUNTIME}.lanes,(`, '))', inside);
}

function visitCall(editor: Editor, node: ts.CallExpression, inside: () => void): void {
  const members = groupMembers(node);
  if (members !== undefined) {
    editor.around(node, `${RUNTIME}.groups.made(`, ')', () => {
      editor.open(members.getStart(editor.file), `${RUNTIME}.groups.members(`);
      inside();
      editor.close(members.getEnd(), ')');
    });
  } else if (isDerivation(node)) {
    editor.around(node, `${RUNTIME}.groups.derived(`, ')', inside);
  } else if (isBlockingCall(node)) {
    const site = editor.site(node, describe(node));
    editor.around(node, `${RUNTIME}.blocking.end(${site},${RUNTIME}.blocking.begin(),`, ')', inside);
  } else {
    inside();
  }
}

function visitNew(editor: Editor, node: ts.NewExpression, scope: Scope): void {
  const threadModule = workerModule(node);
  ts.forEachChild(node, (child) => {
    if (child === threadModule) {
      editor.around(child, `${RUNTIME}.started.module((`, '))', () => {
        visit(editor, child, scope);
      });
    } else {
      visit(editor, child, scope);
    }
  });
}

function visitFunction(editor: Editor, node: ts.FunctionLikeDeclaration, scope: Scope): void {
  const traced = isTraceable(node) ? node : null;
  ts.forEachChild(node, (child) => {
    if (child === node.body) {
      const own = { lane: traced === null ? null : LANE, isGenerator: isGenerator(node) };
      const visitBody = (): void => {
        visit(editor, child, own);
      };
      if (traced !== null) {
        wrapAsync(editor, traced, visitBody);
      } else if (isCallback(node, editor.handedOver)) {
        wrapCallback(editor, node, visitBody);
      } else {
        visitBody();
      }
    } else if (ts.isParameter(child)) {
      visitParameter(editor, child, traced !== null && !isGenerator(node));
    } else {
      visit(editor, child, scope);
    }
  });
}

function visitParameter(editor: Editor, node: ts.Node, isAsync: boolean): void {
  ts.forEachChild(node, (child) => {
    const isDefault = (ts.isParameter(node) || ts.isBindingElement(node)) && node.initializer === child;
    if (isDefault && isAsync && keepsOwnPromise(node.initializer)) {
      editor.around(child, `${RUNTIME}.keep(${RUNTIME}.latest,(`, '))', () => {
        visit(editor, child, plain);
      });
    } else if (ts.isBindingName(child) || ts.isBindingElement(child)) {
      visitParameter(editor, child, isAsync);
    } else {
      visit(editor, child, plain);
    }
  });
}

function isFunction(node: ts.Node): node is ts.FunctionLikeDeclaration {
  return ts.isFunctionLike(node) && 'body' in node;
}

function disposesLater(statement: ts.Statement): boolean {
  return ts.isVariableStatement(statement) && /^await\s/.test(statement.declarationList.getText());
}
