import * as l10n from '@vscode/l10n';
import { ts } from '@ts-morph/common';
import type { Fix, TextEdit } from '../../finding';
import type { Analysis } from '../analysis';
import { quoted } from '../describe';
import { awaitEdits } from '../edits/await';
import { awaitingFix } from '../edits/await-fix';
import { importEdits, type Imported } from '../edits/imports';
import { replace } from '../edits/text';
import { bare } from '../semantics/scopes';
import { fits, waysOf } from './fits';
import { promisifyFixes } from './promisify-fix';
import type { SynchronousTwin } from './twins';

/** The fix that awaits the asynchronous twin instead, where one takes these arguments and brings the same value. */
export function twinFixes(
  analysis: Analysis,
  call: ts.CallExpression,
  builtin: SynchronousTwin,
): readonly Fix[] {
  const { promises, callback, twin } = builtin;
  if (call.questionDotToken !== undefined) {
    return [];
  }
  if (callback !== undefined) {
    return promisifyFixes(analysis, call, { module: builtin.module, twin, callback });
  }
  if (
    promises === undefined ||
    !fits(analysis, call, waysOf(analysis, signaturesOf(analysis, promises.symbol)))
  ) {
    return [];
  }
  const { local, edits } = wantedInstead(analysis, call, promises.module, twin);
  const title = l10n.t('Await {0} of node:{1}', quoted(twin), promises.module);
  return awaitingFix(analysis, call, title, [...edits, ...awaitEdits(call), callee(call, local)]);
}

function signaturesOf({ checker }: Analysis, twin: ts.Symbol): readonly ts.Signature[] {
  return checker.getTypeOfSymbol(twin).getCallSignatures();
}

function callee({ expression }: ts.CallExpression, name: string): TextEdit {
  return replace(expression.getStart(), expression.end, name);
}

/** Imports what is called instead, and drops the import of what was called when nothing else uses it. */
function wantedInstead(analysis: Analysis, call: ts.CallExpression, module: string, name: string): Imported {
  const called = bare(call.expression);
  return importEdits(
    analysis,
    { module: `node:${module}`, name },
    ts.isIdentifier(called) ? called : undefined,
  );
}
