import * as l10n from '@vscode/l10n';
import { ts } from '@ts-morph/common';
import type { Fix, TextEdit } from '../../finding';
import type { Analysis } from '../analysis';
import { quoted } from '../describe';
import { awaitEdits } from '../edits/await';
import { awaitingFix } from '../edits/await-fix';
import { importEdits } from '../edits/imports';
import { insert, replace } from '../edits/text';
import { exportsOf } from '../semantics/builtins';
import { referencesTo } from '../semantics/references';
import { bare } from '../semantics/scopes';
import { fits, waysOf, waysToCallBack, type Way } from './fits';

interface CallbackTwin {
  readonly module: string;
  readonly twin: string;
  readonly callback: ts.Symbol;
}

/**
 * The fix that awaits `promisify(gzip)(…)` instead of `gzipSync(…)`, where that brings the same value. What a command
 * prints is only offered: it is text, and an error in the command reads differently.
 */
export function promisifyFixes(
  analysis: Analysis,
  call: ts.CallExpression,
  twin: CallbackTwin,
): readonly Fix[] {
  const { checker } = analysis;
  if (twin.module === 'child_process') {
    return commandFixes(analysis, call, twin);
  }
  const promise = checker.getPropertyOfType(checker.getTypeOfSymbol(twin.callback), '__promisify__');
  if (promise !== undefined) {
    const ways = waysOf(analysis, checker.getTypeOfSymbol(promise).getCallSignatures());
    return fits(analysis, call, ways) ? promisified(analysis, call, twin, awaitEdits(call), true) : [];
  }
  const ways = waysToCallBack(analysis, twin.callback);
  const way = ways.find((one) => fits(analysis, call, [one]));
  return way === undefined
    ? []
    : ways.length === 1
      ? promisified(analysis, call, twin, awaitEdits(call), true)
      : wrapped(analysis, call, twin, way);
}

/** Of several overloads the types of `promisify` only know the last: a promise of our own knows the one that is meant. */
function wrapped(analysis: Analysis, call: ts.CallExpression, twin: CallbackTwin, way: Way): readonly Fix[] {
  const { checker, javascript } = analysis;
  const { local, edits } = importedTwin(analysis, call, twin);
  const type = javascript || way.brought === undefined ? '' : `<${checker.typeToString(way.brought, call)}>`;
  const answer = '(error, value) => (error ? reject(error) : resolve(value))';
  const title = l10n.t('Await {0} of node:{1} in a promise', quoted(twin.twin), twin.module);
  return awaitingFix(analysis, call, title, [
    ...edits,
    ...awaitEdits(call),
    replace(
      call.expression.getStart(),
      call.expression.end,
      `new Promise${type}((resolve, reject) => ${local}`,
    ),
    replace(call.arguments.end, call.end, `, ${answer}))`),
  ]);
}

/** What options of a command mean the same where its output is awaited. */
const sameOptions = /^(?:cwd|env|encoding|timeout|maxBuffer|shell|windowsHide|killSignal|uid|gid)$/;

function commandFixes(analysis: Analysis, call: ts.CallExpression, twin: CallbackTwin): readonly Fix[] {
  const options = call.arguments.map((argument) => bare(argument)).filter(ts.isObjectLiteralExpression);
  const isPlain = options.every(({ properties }) =>
    properties.every(({ name }) => name !== undefined && sameOptions.test(name.getText())),
  );
  if (!isPlain) {
    return [];
  }
  if (twin.twin === 'spawn') {
    const output = call.parent;
    const isRead = ts.isPropertyAccessExpression(output) && /^std(?:out|err)$/.test(output.name.text);
    const awaited = [insert(call.getStart(), '(await '), insert(call.end, ')')];
    const callback = exportsOf(analysis, 'child_process').get('execFile');
    return isRead && callback !== undefined && isText(analysis, output)
      ? promisified(analysis, call, { ...twin, twin: 'execFile', callback }, awaited)
      : [];
  }
  if (ts.isExpressionStatement(call.parent)) {
    return promisified(analysis, call, twin, awaitEdits(call));
  }
  const awaited = [insert(call.getStart(), '(await '), insert(call.end, ').stdout')];
  return isText(analysis, call) ? promisified(analysis, call, twin, awaited) : [];
}

function promisified(
  analysis: Analysis,
  call: ts.CallExpression,
  twin: CallbackTwin,
  awaited: readonly TextEdit[],
  preferred = false,
): readonly Fix[] {
  const promisify = importEdits(analysis, { module: 'node:util', name: 'promisify' }, undefined);
  const { local, edits } = importedTwin(analysis, call, twin);
  const callee = replace(call.expression.getStart(), call.expression.end, `${promisify.local}(${local})`);
  const title = l10n.t('Await {0} of node:{1} with `promisify`', quoted(twin.twin), twin.module);
  return awaitingFix(analysis, call, title, [...promisify.edits, ...edits, ...awaited, callee], preferred);
}

/** Whether a text may stand where a value stands: it is one, or is made one there. */
function isText({ checker }: Analysis, value: ts.Expression): boolean {
  const { parent } = value;
  const isMadeText =
    ts.isPropertyAccessExpression(parent) &&
    parent.name.text === 'toString' &&
    ts.isCallExpression(parent.parent) &&
    parent.parent.arguments.length === 0;
  return isMadeText || (checker.getTypeAtLocation(value).flags & ts.TypeFlags.StringLike) !== 0;
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
