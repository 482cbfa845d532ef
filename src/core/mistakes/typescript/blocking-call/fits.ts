import { ts } from '@ts-morph/common';
import type { Analysis } from '../analysis';
import { bare } from '../semantics/scopes';

/** A way to call a twin: what it takes, and the value that its promise brings. */
export interface Way {
  readonly parameters: readonly ts.Symbol[];
  readonly brought: ts.Type | undefined;
}

/** The ways to call an awaitable function. */
export function waysOf({ checker }: Analysis, signatures: readonly ts.Signature[]): readonly Way[] {
  return signatures.map((signature) => ({
    parameters: signature.parameters,
    brought: checker.getAwaitedType(signature.getReturnType()),
  }));
}

/** The ways to call a function that calls back, its callback left out. */
export function waysToCallBack({ checker }: Analysis, callback: ts.Symbol): readonly Way[] {
  return checker
    .getTypeOfSymbol(callback)
    .getCallSignatures()
    .flatMap(({ parameters }) => {
      const last = parameters.at(-1);
      const type = last === undefined ? undefined : checker.getTypeOfSymbol(last);
      const [answer] = type === undefined ? [] : checker.getNonNullableType(type).getCallSignatures();
      const [, value, ...more] = answer?.parameters ?? [];
      return value === undefined || more.length > 0
        ? []
        : [{ parameters: parameters.slice(0, -1), brought: checker.getTypeOfSymbol(value) }];
    });
}

/** Whether a twin takes the call's arguments as they are and brings a value that can stand where the call's value stood. */
export function fits(analysis: Analysis, call: ts.CallExpression, ways: readonly Way[]): boolean {
  const { checker } = analysis;
  const value = checker.getTypeAtLocation(call);
  const isUsed = !ts.isExpressionStatement(call.parent);
  return ways.some(
    ({ parameters, brought }) =>
      takes(analysis, parameters, call) &&
      (!isUsed || (brought !== undefined && checker.isTypeAssignableTo(brought, value))),
  );
}

function takes(analysis: Analysis, parameters: readonly ts.Symbol[], call: ts.CallExpression): boolean {
  const { checker } = analysis;
  const required = parameters.filter(
    ({ valueDeclaration }) =>
      valueDeclaration !== undefined &&
      ts.isParameter(valueDeclaration) &&
      !checker.isOptionalParameter(valueDeclaration),
  );
  if (call.arguments.length < required.length || call.arguments.length > parameters.length) {
    return false;
  }
  return call.arguments.every((argument, index) => {
    const parameter = parameters[index];
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
