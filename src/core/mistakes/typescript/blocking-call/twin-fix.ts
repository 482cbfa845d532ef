import { ts } from '@ts-morph/common';
import type { Fix, TextEdit } from '../../finding';
import type { Analysis } from '../analysis';
import { quoted } from '../describe';
import { awaitEdits } from '../edits/await';
import { awaitingFix } from '../edits/await-fix';
import { importEdits, type Imported } from '../edits/imports';
import { replace } from '../edits/text';
import { bare } from '../semantics/scopes';
import type { SynchronousTwin } from './twins';

/** The fix that awaits the asynchronous twin instead, where one takes these arguments and brings the same value. */
export function twinFixes(
  analysis: Analysis,
  call: ts.CallExpression,
  { promises, twin }: SynchronousTwin,
): readonly Fix[] {
  if (call.questionDotToken !== undefined) {
    return [];
  }
  if (promises === undefined || !fits(analysis, call, promises.symbol)) {
    return [];
  }
  const { local, edits } = wantedInstead(analysis, call, promises.module, twin);
  const title = `Await ${quoted(twin)} of node:${promises.module}`;
  return awaitingFix(analysis, call, title, [...edits, ...awaitEdits(call), callee(call, local)]);
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

/** Whether a twin takes the call's arguments as they are and brings a value that can stand where the call's value stood. */
function fits(analysis: Analysis, call: ts.CallExpression, twin: ts.Symbol): boolean {
  const { checker } = analysis;
  const value = checker.getTypeAtLocation(call);
  const isUsed = !ts.isExpressionStatement(call.parent);
  const signatures = checker.getTypeOfSymbol(twin).getCallSignatures();
  return signatures.some((signature) => {
    if (!takes(analysis, signature, call)) {
      return false;
    }
    const brought = checker.getAwaitedType(signature.getReturnType());
    return !isUsed || (brought !== undefined && checker.isTypeAssignableTo(brought, value));
  });
}

function takes(analysis: Analysis, signature: ts.Signature, call: ts.CallExpression): boolean {
  const { checker } = analysis;
  const required = signature.parameters.filter(
    ({ valueDeclaration }) =>
      valueDeclaration !== undefined &&
      ts.isParameter(valueDeclaration) &&
      !checker.isOptionalParameter(valueDeclaration),
  );
  if (call.arguments.length < required.length || call.arguments.length > signature.parameters.length) {
    return false;
  }
  return call.arguments.every((argument, index) => {
    const parameter = signature.parameters[index];
    if (parameter === undefined || ts.isSpreadElement(argument)) {
      return false;
    }
    const wanted = checker.getTypeOfSymbol(parameter);
    return (
      checker.isTypeAssignableTo(checker.getTypeAtLocation(argument), wanted) &&
      knowsOptions(analysis, argument, wanted)
    );
  });
}

/** The newest types have it for both, but in the Node that most people run the twin does not know it, and throws. */
const unequalOption = 'throwIfNoEntry';

/** Whether every option that is written out is one the twin has as well. */
function knowsOptions(analysis: Analysis, argument: ts.Expression, wanted: ts.Type): boolean {
  const { checker } = analysis;
  const options = bare(argument);
  if (!ts.isObjectLiteralExpression(options)) {
    return true;
  }
  const members = wanted.isUnion() ? wanted.types : [wanted];
  return options.properties.every(
    ({ name }) =>
      name !== undefined &&
      name.getText() !== unequalOption &&
      members.some((member) => checker.getPropertyOfType(member, name.getText()) !== undefined),
  );
}
