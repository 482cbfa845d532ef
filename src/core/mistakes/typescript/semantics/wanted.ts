import { ts } from '@ts-morph/common';
import type { Analysis } from '../analysis';
import { isPromise } from './promises';
import { isAsync, isGenerator, scopeOf } from './scopes';

const open =
  ts.TypeFlags.Any |
  ts.TypeFlags.Unknown |
  ts.TypeFlags.Never |
  ts.TypeFlags.Void |
  ts.TypeFlags.Instantiable;

/**
 * The type that is asked for where an expression stands, when a promise can never have it but what the promise brings
 * does: TypeScript would not compile it. Undefined wherever a promise may be meant.
 */
export function wantedInstead(analysis: Analysis, expression: ts.Expression): ts.Type | undefined {
  const { checker } = analysis;
  const wanted = wantedTypes(analysis, expression);
  const [first] = wanted;
  if (first === undefined || wanted.some(({ flags }) => flags & open)) {
    return undefined;
  }
  const type = checker.getTypeAtLocation(expression);
  const brought = isPromise(analysis, type) ? checker.getAwaitedType(type) : undefined;
  return brought !== undefined && wanted.every((one) => !checker.isTypeAssignableTo(type, one))
    ? wanted.find((one) => checker.isTypeAssignableTo(brought, one))
    : undefined;
}

/** The types that a place takes, one for each overload; none where they are not written down. */
function wantedTypes(analysis: Analysis, expression: ts.Expression): readonly ts.Type[] {
  const { parent } = expression;
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) {
    const index = parent.arguments?.indexOf(expression) ?? -1;
    return index < 0 ? [] : parameterTypes(analysis, parent, index);
  }
  if (ts.isBinaryExpression(parent)) {
    const isGiven = parent.operatorToken.kind === ts.SyntaxKind.EqualsToken && parent.right === expression;
    return isGiven ? typeOfTarget(analysis, parent.left) : [];
  }
  if (ts.isVariableDeclaration(parent)) {
    return parent.initializer === expression ? declared(analysis, parent.type) : [];
  }
  const isReturned =
    ts.isReturnStatement(parent) || (ts.isArrowFunction(parent) && parent.body === expression);
  const scope = isReturned ? scopeOf(expression) : undefined;
  return scope?.kind === 'function' && !isAsync(scope.node) && !isGenerator(scope.node)
    ? declared(analysis, scope.node.type)
    : [];
}

function declared({ checker }: Analysis, type: ts.TypeNode | undefined): readonly ts.Type[] {
  return type === undefined ? [] : [checker.getTypeFromTypeNode(type)];
}

function parameterTypes(
  analysis: Analysis,
  call: ts.CallExpression | ts.NewExpression,
  index: number,
): readonly ts.Type[] {
  const { checker } = analysis;
  const callee = checker.getNonNullableType(checker.getTypeAtLocation(call.expression));
  const signatures = ts.isCallExpression(call) ? callee.getCallSignatures() : callee.getConstructSignatures();
  return signatures.flatMap((signature) => {
    const parameter = signature.parameters[index] ?? signature.parameters.at(-1);
    const declaration = parameter?.valueDeclaration;
    const isOpen =
      (signature.typeParameters ?? []).length > 0 ||
      declaration === undefined ||
      !ts.isParameter(declaration) ||
      !isTrusted(analysis, declaration);
    if (isOpen || parameter === undefined) {
      return [checker.getAnyType()];
    }
    const type = checker.getTypeOfSymbolAtLocation(parameter, call);
    if (declaration.dotDotDotToken === undefined) {
      return signature.parameters[index] === undefined ? [] : [type];
    }
    return [checker.getIndexTypeOfType(type, ts.IndexKind.Number) ?? checker.getAnyType()];
  });
}

function typeOfTarget(analysis: Analysis, target: ts.Expression): readonly ts.Type[] {
  const isMember = ts.isPropertyAccessExpression(target);
  const symbol = analysis.checker.getSymbolAtLocation(isMember ? target.name : target);
  const declaration = symbol?.valueDeclaration;
  return symbol === undefined || declaration === undefined || !isTrusted(analysis, declaration)
    ? []
    : [analysis.checker.getTypeOfSymbolAtLocation(symbol, target)];
}

/** JavaScript's types are guesses, except where a library declares them; TypeScript's are where they are written. */
function isTrusted({ javascript }: Analysis, declaration: ts.Declaration): boolean {
  const isWritten =
    (ts.isVariableDeclaration(declaration) ||
      ts.isParameter(declaration) ||
      ts.isPropertyDeclaration(declaration) ||
      ts.isPropertySignature(declaration)) &&
    declaration.type !== undefined;
  return declaration.getSourceFile().isDeclarationFile || (!javascript && isWritten);
}
