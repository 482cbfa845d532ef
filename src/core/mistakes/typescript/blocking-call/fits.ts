import { ts } from '@ts-morph/common';
import type { Analysis } from '../analysis';
import { bare } from '../semantics/scopes';

/** Whether a twin takes the call's arguments as they are and brings a value that can stand where the call's value stood. */
export function fits(
  analysis: Analysis,
  call: ts.CallExpression,
  signatures: readonly ts.Signature[],
): boolean {
  const { checker } = analysis;
  const value = checker.getTypeAtLocation(call);
  const isUsed = !ts.isExpressionStatement(call.parent);
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
