import * as l10n from '@vscode/l10n';
import { ts } from '@ts-morph/common';
import type { Fix, TextEdit } from '../../finding';
import type { Analysis } from '../analysis';
import { insert, replace, sorted } from '../edits/text';
import { contains, isAwait, runs } from '../semantics/inside';
import { referencesTo } from '../semantics/references';
import { bare, dressed, isAsync, isFunctionLiteral, isGenerator, scopeOf } from '../semantics/scopes';
import { endsSurely, isFinal, type Ending } from './endings';

type Executor = ts.ArrowFunction | ts.FunctionExpression;

/** The ways out of an async executor: a plain one where it awaits nothing, else its async function itself is the promise. */
export function executorFixes(analysis: Analysis, node: ts.NewExpression): readonly Fix[] {
  const [given, ...others] = node.arguments ?? [];
  const executor = given === undefined ? undefined : bare(given);
  if (executor === undefined || !isFunctionLiteral(executor) || !isAsync(executor) || isGenerator(executor)) {
    return [];
  }
  if (!runs(executor.body, isAwait)) {
    return plainExecutor(executor);
  }
  return others.length === 0 && given === executor ? unwrapped(analysis, node, executor) : [];
}

/** An executor that awaits nothing need not be async. */
function plainExecutor(executor: Executor): readonly Fix[] {
  const keyword = executor.modifiers?.find(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword);
  const next =
    keyword === undefined ? undefined : executor.getChildren().find(({ pos }) => pos >= keyword.end);
  if (keyword === undefined || next === undefined) {
    return [];
  }
  return [
    {
      title: l10n.t('Make the executor a plain function'),
      preferred: true,
      edits: [replace(keyword.getStart(), next.getStart(), '')],
    },
  ];
}

/**
 * `resolve(x)` becomes `return x` and `reject(e)` becomes `throw e`, where each is the last thing that happens. It is only
 * offered where some way through the function does neither: that promise stayed pending for ever.
 */
function unwrapped(analysis: Analysis, node: ts.NewExpression, executor: Executor): readonly Fix[] {
  const calls = endingsOf(analysis, executor);
  const statement = ts.findAncestor(node, ts.isStatement);
  const speaksOfItself =
    !ts.isArrowFunction(executor) &&
    (executor.name !== undefined ||
      contains(
        executor.body,
        (inner) =>
          inner.kind === ts.SyntaxKind.ThisKeyword || (ts.isIdentifier(inner) && inner.text === 'arguments'),
      ));
  if (calls === undefined || speaksOfItself || statement?.getStart() === node.getStart()) {
    return [];
  }
  const edits = [
    replace(node.getStart(), executor.getStart(), '('),
    ...headEdits(node, executor),
    ...calls.flatMap((ending) => endingEdits(ending)),
    replace(executor.end, node.end, ')()'),
  ];
  return [
    {
      title: l10n.t('Let the async function itself be the promise'),
      preferred: endsSurely(executor.body, calls),
      edits: sorted(edits),
    },
  ];
}

/** The calls of `resolve` and `reject`, or undefined when one of them is not the last thing that happens. */
function endingsOf(analysis: Analysis, executor: Executor): readonly Ending[] | undefined {
  const endings: Ending[] = [];
  for (const [index, { name }] of executor.parameters.entries()) {
    const symbol = ts.isIdentifier(name) ? analysis.checker.getSymbolAtLocation(name) : undefined;
    if (symbol === undefined || index > 1) {
      return undefined;
    }
    for (const mention of referencesTo(analysis, symbol)) {
      const call = mention.parent;
      const scope = scopeOf(mention);
      const isOwn = scope.kind === 'function' && scope.node === executor;
      if (!ts.isCallExpression(call) || call.expression !== mention || !isOwn || call.arguments.length > 1) {
        return undefined;
      }
      endings.push({ call, kind: index === 0 ? 'return' : 'throw' });
    }
  }
  const isWhole = endings.every((ending) => isFinal(ending, executor) && !hasComment(ending.call));
  return isWhole && endings.some(({ kind }) => kind === 'return') ? endings : undefined;
}

function hasComment({ expression, arguments: [value], end }: ts.CallExpression): boolean {
  const { text } = expression.getSourceFile();
  return (
    value !== undefined &&
    /\/[/*]/.test(text.slice(expression.end, value.getStart()) + text.slice(value.end, end))
  );
}

function headEdits(node: ts.NewExpression, executor: Executor): readonly TextEdit[] {
  const [type] = node.typeArguments ?? [];
  const promised = type === undefined ? '' : `: Promise<${type.getText()}>`;
  const first = executor.parameters[0];
  const last = executor.parameters.at(-1);
  if (first === undefined || last === undefined) {
    return [];
  }
  const close = executor.getChildren().find(({ kind }) => kind === ts.SyntaxKind.CloseParenToken);
  if (close === undefined) {
    return [replace(first.getStart(), last.end, `()${promised}`)];
  }
  return executor.type === undefined
    ? [replace(first.getStart(), close.getStart(), ''), insert(close.end, promised)]
    : [
        replace(first.getStart(), close.getStart(), ''),
        ...(type === undefined
          ? []
          : [replace(executor.type.getStart(), executor.type.end, promised.slice(2))]),
      ];
}

function endingEdits({ call, kind }: Ending): readonly TextEdit[] {
  const [value] = call.arguments;
  const { parent } = dressed(call);
  if (ts.isArrowFunction(parent)) {
    return [replace(call.expression.getStart(), call.expression.end, value === undefined ? 'void ' : '')];
  }
  const start = parent.getStart();
  const text = value?.getText() ?? (kind === 'throw' ? 'undefined' : '');
  const next = ts.isExpressionStatement(parent) ? followingReturn(parent) : undefined;
  const end = next?.end ?? parent.end;
  const semicolon = parent.getSourceFile().text.slice(0, end).endsWith(';') ? ';' : '';
  return [replace(start, end, `${kind}${text === '' ? '' : ` ${text}`}${semicolon}`)];
}

/** The bare `return` right after a statement. */
function followingReturn(statement: ts.Statement): ts.Statement | undefined {
  const { parent } = statement;
  const next = ts.isBlock(parent) ? parent.statements[parent.statements.indexOf(statement) + 1] : undefined;
  return next !== undefined && ts.isReturnStatement(next) && next.expression === undefined ? next : undefined;
}
