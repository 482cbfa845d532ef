import { ts } from '@ts-morph/common';
import type { Analysis } from '../analysis';
import { isAsync, isFunction, isGenerator, runsAtOnce } from './scopes';

/** How a plain function comes to do something: the place itself, and the calls that lead there. */
export interface Path {
  readonly place: ts.Node;
  readonly calls: readonly ts.CallExpression[];
}

/** The function with a body, in whichever file of the program, that a call goes to; undefined when that is not known. */
export function functionCalledBy(
  analysis: Analysis,
  call: ts.CallExpression,
): ts.FunctionLikeDeclaration | undefined {
  const declaration = analysis.checker.getResolvedSignature(call)?.declaration;
  if (declaration === undefined || !isFunction(declaration)) {
    return undefined;
  }
  return declaration.body === undefined ? implementationOf(analysis, declaration) : declaration;
}

/** The plain function of this file that a call runs at once, or undefined. */
export function helperOf(
  analysis: Analysis,
  call: ts.CallExpression,
): ts.FunctionLikeDeclaration | undefined {
  const helper = functionCalledBy(analysis, call);
  const isHere = helper?.getSourceFile() === analysis.sourceFile;
  return helper === undefined || !isHere || isAsync(helper) || isGenerator(helper) ? undefined : helper;
}

function implementationOf(
  analysis: Analysis,
  overload: ts.FunctionLikeDeclaration,
): ts.FunctionLikeDeclaration | undefined {
  const symbol =
    overload.name === undefined ? undefined : analysis.checker.getSymbolAtLocation(overload.name);
  return symbol?.declarations?.find(
    (declaration): declaration is ts.FunctionLikeDeclaration =>
      isFunction(declaration) && declaration.body !== undefined,
  );
}

/**
 * Finds, for helpers of the file, whether running one comes to a place that `isDirect` names, straight or through
 * further helpers. Each helper is looked into once.
 */
export function helperSearch(
  analysis: Analysis,
  isDirect: (node: ts.Node) => boolean,
): (helper: ts.FunctionLikeDeclaration) => Path | undefined {
  const known = new Map<ts.Node, Path | undefined>();
  const inside = (node: ts.Node): Path | undefined => {
    if (isDirect(node)) {
      return { place: node, calls: [] };
    }
    if (isFunction(node) && !runsAtOnce(analysis, node)) {
      return undefined;
    }
    const helper = ts.isCallExpression(node) ? helperOf(analysis, node) : undefined;
    const path = helper === undefined ? undefined : search(helper);
    if (path !== undefined && ts.isCallExpression(node)) {
      return { place: path.place, calls: [node, ...path.calls] };
    }
    return ts.forEachChild(node, inside);
  };
  const search = (helper: ts.FunctionLikeDeclaration): Path | undefined => {
    if (!known.has(helper)) {
      known.set(helper, undefined);
      known.set(helper, helper.body === undefined ? undefined : inside(helper.body));
    }
    return known.get(helper);
  };
  return search;
}
