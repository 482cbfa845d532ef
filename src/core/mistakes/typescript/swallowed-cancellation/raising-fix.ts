import * as l10n from '@vscode/l10n';
import { ts } from '@ts-morph/common';
import type { Fix } from '../../finding';
import type { Analysis } from '../analysis';
import { insert, replace, sorted } from '../edits/text';
import type { AbortBranch } from './catches';

/** Offers to throw the error again; whether the callers are ready for it, only the author knows. */
export function raisingFixes(
  analysis: Analysis,
  { block, variableDeclaration }: ts.CatchClause,
  branch: AbortBranch,
  signal: ts.Expression,
): readonly Fix[] {
  const declared = variableDeclaration?.name;
  if (declared !== undefined && !ts.isIdentifier(declared)) {
    return [];
  }
  const error = declared?.text ?? 'error';
  const named = declared === undefined ? [insert(block.getStart(), '(error) ')] : [];
  const raising =
    branch === 'unsaid' ? testAtStart(analysis, block, signal, error) : throwAtEnd(branch, error);
  return [
    { title: l10n.t('Throw the AbortError again'), preferred: false, edits: sorted([...named, ...raising]) },
  ];
}

function testAtStart(analysis: Analysis, block: ts.Block, signal: ts.Expression, error: string) {
  const type = analysis.checker.getTypeAtLocation(signal);
  const link = analysis.checker.getNonNullableType(type) === type ? '' : '?';
  const test = `if (${signal.getText()}${link}.aborted) throw ${error};`;
  const [first] = block.statements;
  const isOnOneLine = first === undefined || !block.getText().includes('\n');
  const gap = isOnOneLine ? ' ' : (/\n[ \t]*$/.exec(textBefore(first))?.[0] ?? ' ');
  return [insert(block.getStart() + 1, `${gap}${test}${first === undefined ? ' ' : ''}`)];
}

function textBefore(node: ts.Node): string {
  return node.getSourceFile().text.slice(0, node.getStart());
}

/** A `return` without a value becomes the `throw`; otherwise it stands last. */
function throwAtEnd(branch: ts.Statement, error: string) {
  const last = ts.isBlock(branch) ? branch.statements.at(-1) : branch;
  if (last !== undefined && (ts.isReturnStatement(last) || ts.isBreakStatement(last))) {
    return [replace(last.getStart(), last.end, `throw ${error};`)];
  }
  if (!ts.isBlock(branch)) {
    return [replace(branch.getStart(), branch.end, `{ ${branch.getText()} throw ${error}; }`)];
  }
  const gap =
    last === undefined || !branch.getText().includes('\n')
      ? ' '
      : (/\n[ \t]*$/.exec(textBefore(last))?.[0] ?? ' ');
  const at = last?.end ?? branch.getStart() + 1;
  return [insert(at, `${gap}throw ${error};${last === undefined ? ' ' : ''}`)];
}
