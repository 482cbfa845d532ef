import * as l10n from '@vscode/l10n';
import { ts } from '@ts-morph/common';
import type { Fix, TextEdit } from '../../finding';
import type { Analysis } from '../analysis';
import { quoted } from '../describe';
import { awaitEdits } from '../edits/await';
import { awaitingFix } from '../edits/await-fix';
import { importEdits } from '../edits/imports';
import { insert, replace } from '../edits/text';
import { referencesTo } from '../semantics/references';
import { bare } from '../semantics/scopes';
import { fits } from './fits';

interface CallbackTwin {
  readonly module: string;
  readonly twin: string;
  readonly callback: ts.Symbol;
}

/**
 * The fix that awaits `promisify(gzip)(…)` instead of `gzipSync(…)`, where that brings the same value. What `exec` and
 * `execFile` print is only offered: it is text, and an error in the command reads differently.
 */
export function promisifyFixes(
  analysis: Analysis,
  call: ts.CallExpression,
  twin: CallbackTwin,
): readonly Fix[] {
  const { checker } = analysis;
  const promisified = checker.getPropertyOfType(checker.getTypeOfSymbol(twin.callback), '__promisify__');
  if (promisified === undefined) {
    return [];
  }
  const signatures = checker.getTypeOfSymbol(promisified).getCallSignatures();
  const isSame = fits(analysis, call, signatures);
  const isPrinted = twin.module === 'child_process' && isText(analysis, call) && call.arguments.length < 2;
  if (!isSame && !isPrinted) {
    return [];
  }
  const promisify = importEdits(analysis, { module: 'node:util', name: 'promisify' }, undefined);
  const { local, edits } = importedTwin(analysis, call, twin);
  const callee = replace(call.expression.getStart(), call.expression.end, `${promisify.local}(${local})`);
  const title = l10n.t('Await {0} of node:{1} with `promisify`', quoted(twin.twin), twin.module);
  const awaited = isSame
    ? awaitEdits(call)
    : [insert(call.getStart(), '(await '), insert(call.end, ').stdout')];
  return awaitingFix(
    analysis,
    call,
    title,
    [...promisify.edits, ...edits, ...awaited, callee],
    isSame && twin.module !== 'child_process',
  );
}

/** Whether a text may stand where a call's value stands: it is made a text there. */
function isText({ checker }: Analysis, call: ts.CallExpression): boolean {
  const { parent } = call;
  const isMadeText = ts.isPropertyAccessExpression(parent) && parent.name.text === 'toString';
  return isMadeText || (checker.getTypeAtLocation(call).flags & ts.TypeFlags.StringLike) !== 0;
}

/** The twin's name in the file; an import that is only there for this call becomes the twin's. */
function importedTwin(
  analysis: Analysis,
  call: ts.CallExpression,
  { module, twin }: CallbackTwin,
): { local: string; edits: readonly TextEdit[] } {
  const called = bare(call.expression);
  const symbol = ts.isIdentifier(called) ? analysis.checker.getSymbolAtLocation(called) : undefined;
  const declaration = symbol?.declarations?.[0];
  const isOnlyUse =
    symbol !== undefined &&
    declaration !== undefined &&
    ts.isImportSpecifier(declaration) &&
    declaration.propertyName === undefined &&
    referencesTo(analysis, symbol).length === 1 &&
    !analysis.identifiers.has(twin);
  return isOnlyUse
    ? { local: twin, edits: [replace(declaration.getStart(), declaration.end, twin)] }
    : importEdits(analysis, { module: `node:${module}`, name: twin }, undefined);
}
