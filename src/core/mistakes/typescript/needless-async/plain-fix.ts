import * as l10n from '@vscode/l10n';
import { ts } from '@ts-morph/common';
import type { Fix, TextEdit } from '../../finding';
import type { Analysis } from '../analysis';
import { functionName } from '../describe';
import { replace, sorted } from '../edits/text';
import type { Callers } from './callers';

/**
 * The fix that takes `async` away, with the promise of the return type. Nobody else is changed: awaiting a plain value
 * is fine. It is only offered where callers are not all known and awaiting.
 */
export function plainFixes(
  analysis: Analysis,
  node: ts.FunctionLikeDeclaration,
  { calls }: Callers,
  isAwaited: boolean,
): readonly Fix[] {
  const edits = [...keywordEdits(node), ...(typeEdits(analysis, node) ?? [])];
  const isPossible =
    keywordEdits(node).length > 0 &&
    typeEdits(analysis, node) !== undefined &&
    calls.every(({ parent }) => !ts.isPropertyAccessExpression(parent)) &&
    !calls.some(({ parent }) => ts.isArrayLiteralExpression(parent));
  return isPossible
    ? [
        {
          title: l10n.t('Make {0} a plain function', functionName(node)),
          preferred: isAwaited,
          edits: sorted(edits),
        },
      ]
    : [];
}

/** Takes the word away; a name in brackets could then be read as part of the line before. */
function keywordEdits(node: ts.FunctionLikeDeclaration): readonly TextEdit[] {
  const keyword = ts.canHaveModifiers(node)
    ? ts.getModifiers(node)?.find(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword)
    : undefined;
  const next =
    keyword === undefined
      ? undefined
      : node.getChildren().find(({ pos, kind }) => pos >= keyword.end && kind !== ts.SyntaxKind.SyntaxList);
  if (keyword === undefined || (node.name !== undefined && ts.isComputedPropertyName(node.name))) {
    return [];
  }
  const end = firstTokenAfter(node, keyword.end, next);
  return [replace(keyword.getStart(), end, '')];
}

function firstTokenAfter(node: ts.Node, end: number, next: ts.Node | undefined): number {
  const rest = /^[ \t]*/.exec(node.getSourceFile().text.slice(end));
  return next === undefined
    ? end + (rest?.[0].length ?? 0)
    : Math.min(end + (rest?.[0].length ?? 0), next.getStart());
}

/** `Promise<T>` becomes `T`; undefined where the type is written in another way, or in a comment. */
function typeEdits(analysis: Analysis, node: ts.FunctionLikeDeclaration): readonly TextEdit[] | undefined {
  if (analysis.javascript && ts.getJSDocReturnType(node) !== undefined) {
    return undefined;
  }
  if (node.type === undefined) {
    return [];
  }
  const [inner, ...others] = ts.isTypeReferenceNode(node.type) ? (node.type.typeArguments ?? []) : [];
  if (!ts.isTypeReferenceNode(node.type) || inner === undefined || others.length > 0) {
    return undefined;
  }
  return node.type.typeName.getText() === 'Promise'
    ? [replace(node.type.getStart(), inner.getStart(), ''), replace(inner.end, node.type.end, '')]
    : undefined;
}
