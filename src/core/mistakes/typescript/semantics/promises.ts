import { ts } from '@ts-morph/common';
import type { Analysis } from '../analysis';

/** `promise`: a promise, surely; `thenable`: declared to be awaited like one, as the editor's own Thenable is. */
export type PromiseKind = 'promise' | 'thenable';

const anything = ts.TypeFlags.Any | ts.TypeFlags.Unknown;

/** What a type surely is, whichever of its constituents turns up; undefined when it may be something else. */
export function promiseKind(analysis: Analysis, type: ts.Type): PromiseKind | undefined {
  if (type.isUnion()) {
    const kinds = type.types.map((member) => promiseKind(analysis, member));
    return kinds.includes(undefined) ? undefined : kinds.includes('promise') ? 'promise' : 'thenable';
  }
  if (type.isIntersection()) {
    return type.types.some((member) => isPromise(analysis, member)) ? 'promise' : undefined;
  }
  if (type.flags & ts.TypeFlags.Instantiable) {
    const constraint = analysis.checker.getBaseConstraintOfType(type);
    return constraint === undefined || constraint === type ? undefined : promiseKind(analysis, constraint);
  }
  return type.flags & ts.TypeFlags.Object ? kindOfSymbol(analysis, type.getSymbol(), 0) : undefined;
}

/** Whether a type is surely a promise; thenables count where a value is needed instead. */
export function isPromise(analysis: Analysis, type: ts.Type): boolean {
  return promiseKind(analysis, type) === 'promise';
}

/** `value`: no promise itself; `content`: no list with a promise in it either. */
export type Plainness = 'value' | 'content';

/** Whether a type is none of a promise, whatever its type parameters stand for. */
export function isPlain(analysis: Analysis, type: ts.Type, plainness: Plainness): boolean {
  if (type.isUnion()) {
    return type.types.every((member) => isPlain(analysis, member, plainness));
  }
  if (type.isIntersection() || type.flags & ts.TypeFlags.Instantiable) {
    return false;
  }
  const { checker } = analysis;
  const isList = checker.isArrayType(type) || checker.isTupleType(type);
  return promiseKind(analysis, type) === undefined && (plainness === 'value' || !isList);
}

/** Whether any constituent of a type may be a promise, or may be anything. */
export function maybePromise(analysis: Analysis, type: ts.Type): boolean {
  if (type.flags & (anything | ts.TypeFlags.InstantiableNonPrimitive | ts.TypeFlags.Never)) {
    return true;
  }
  if (type.isUnionOrIntersection()) {
    return type.types.some((member) => maybePromise(analysis, member));
  }
  return promiseKind(analysis, type) !== undefined || type.getProperty('then') !== undefined;
}

/** Whether some constituent of a type is a promise, whatever the others are. */
export function includesPromise(analysis: Analysis, type: ts.Type): boolean {
  return someMember(analysis, type, (member) => isPromise(analysis, member));
}

/** Whether some constituent of a type is an array or tuple with a promise among its elements. */
export function includesList(analysis: Analysis, type: ts.Type): boolean {
  const { checker } = analysis;
  return someMember(analysis, type, (member) => {
    const isList = checker.isArrayType(member) || checker.isTupleType(member);
    const element = isList ? checker.getIndexTypeOfType(member, ts.IndexKind.Number) : undefined;
    return element !== undefined && includesPromise(analysis, element);
  });
}

function someMember(analysis: Analysis, type: ts.Type, holds: (member: ts.Type) => boolean): boolean {
  if (type.isUnion()) {
    return type.types.some((member) => someMember(analysis, member, holds));
  }
  const constraint =
    type.flags & ts.TypeFlags.Instantiable ? analysis.checker.getBaseConstraintOfType(type) : undefined;
  return constraint === undefined || constraint === type
    ? holds(type)
    : someMember(analysis, constraint, holds);
}

/** What a call returns when it is made, without the undefined that an optional chain adds. */
export function returnTypeOf(analysis: Analysis, call: ts.CallLikeExpression): ts.Type {
  const { checker } = analysis;
  const type = checker.getTypeAtLocation(call);
  if (!ts.isCallExpression(call) || !ts.isOptionalChain(call)) {
    return type;
  }
  const callee = checker.getNonNullableType(checker.getTypeAtLocation(call.expression));
  return returnsPromise(analysis, callee) ? checker.getNonNullableType(type) : type;
}

/** Whether it is sure which of a function's overloads a call goes to, or that all of them bring a promise. */
export function isSureCall(analysis: Analysis, node: ts.Node): boolean {
  const { checker } = analysis;
  if (!ts.isCallExpression(node)) {
    return true;
  }
  const overloads = checker.getTypeAtLocation(node.expression).getCallSignatures();
  const isOpen =
    overloads.length > 1 &&
    node.arguments.some((argument) => (checker.getTypeAtLocation(argument).flags & anything) !== 0);
  return !isOpen || overloads.every((overload) => isPromise(analysis, overload.getReturnType()));
}

/** Whether every way to call a value of this type returns a promise. */
export function returnsPromise(analysis: Analysis, type: ts.Type): boolean {
  const signatures = type.getCallSignatures();
  return (
    signatures.length > 0 && signatures.every((signature) => isPromise(analysis, signature.getReturnType()))
  );
}

function kindOfSymbol(
  analysis: Analysis,
  symbol: ts.Symbol | undefined,
  depth: number,
): PromiseKind | undefined {
  if (symbol === undefined || depth > 8) {
    return undefined;
  }
  if ((symbol.name === 'Promise' || symbol.name === 'PromiseLike') && isFromLibrary(analysis, symbol)) {
    return symbol.name === 'PromiseLike' ? 'thenable' : 'promise';
  }
  if (!(symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface))) {
    return undefined;
  }
  const declared = analysis.checker.getDeclaredTypeOfSymbol(symbol);
  if (!declared.isClassOrInterface()) {
    return undefined;
  }
  const kinds = analysis.checker
    .getBaseTypes(declared)
    .map((base) => kindOfSymbol(analysis, base.getSymbol(), depth + 1));
  return kinds.find((kind) => kind === 'promise') ?? kinds.find((kind) => kind !== undefined);
}

/** Whether a symbol is declared by the language's own library. */
export function isFromLibrary(analysis: Analysis, symbol: ts.Symbol): boolean {
  return (
    symbol.declarations?.some((declaration) =>
      analysis.program.isSourceFileDefaultLibrary(declaration.getSourceFile()),
    ) ?? false
  );
}
