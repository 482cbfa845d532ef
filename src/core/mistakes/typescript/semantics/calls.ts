import * as l10n from '@vscode/l10n';
import { ts } from '@ts-morph/common';
import type { RelatedPlace } from '../../finding';
import type { Analysis } from '../analysis';
import { describe } from '../describe';
import { calledDeclaration } from './callee';
import { filesLeadingTo } from './files';
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
  const declaration = calledDeclaration(analysis, call);
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
  const helper = plainFunctionCalledBy(analysis, call);
  return helper?.getSourceFile() === analysis.sourceFile ? helper : undefined;
}

function plainFunctionCalledBy(
  analysis: Analysis,
  call: ts.CallExpression,
): ts.FunctionLikeDeclaration | undefined {
  const helper = functionCalledBy(analysis, call);
  return helper === undefined || isAsync(helper) || isGenerator(helper) ? undefined : helper;
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
 * Finds, for calls of plain functions, whether running one comes to a place that `isDirect` names, straight or through
 * further functions of the project's files. Each is looked into once; files are left out where nothing that they or their
 * imports say matches `hint`.
 */
export function helperSearch(
  analysis: Analysis,
  isDirect: (node: ts.Node) => boolean,
  hint: RegExp,
): (call: ts.CallExpression) => Path | undefined {
  const known = new Map<ts.Node, Path | undefined>();
  const mayLead = filesLeadingTo(analysis, hint);
  const inside = (node: ts.Node): Path | undefined => {
    if (isDirect(node)) {
      return { place: node, calls: [] };
    }
    if (isFunction(node) && !runsAtOnce(analysis, node)) {
      return undefined;
    }
    const path = ts.isCallExpression(node) ? search(node) : undefined;
    if (path !== undefined && ts.isCallExpression(node)) {
      return { place: path.place, calls: [node, ...path.calls] };
    }
    return ts.forEachChild(node, inside);
  };
  const search = (call: ts.CallExpression): Path | undefined => {
    const helper = plainFunctionCalledBy(analysis, call);
    if (helper?.body === undefined || !mayLead(helper.getSourceFile())) {
      return undefined;
    }
    if (!known.has(helper)) {
      known.set(helper, undefined);
      known.set(helper, inside(helper.body));
    }
    return known.get(helper);
  };
  return search;
}

/** The calls on a path, and what is reached at its end, as places that explain a finding. */
export function placesOn(
  analysis: Analysis,
  { calls, place }: Path,
  end: RelatedPlace,
): readonly RelatedPlace[] {
  const steps = calls.map((call) => relatedTo(analysis, call, l10n.t('It calls {0} here', describe(call))));
  return [...steps, { ...relatedTo(analysis, place, end.message), start: end.start, end: end.end }];
}

/** A node as a place that explains a finding, in whichever file it is. */
function relatedTo(analysis: Analysis, node: ts.Node, message: string): RelatedPlace {
  const { fileName } = node.getSourceFile();
  const path = fileName === analysis.sourceFile.fileName ? {} : { path: fileName };
  return { start: node.getStart(), end: node.end, message, ...path };
}

/** Whether all of a path lies in the file that is checked, so that a fix can change it. */
export function isHere({ sourceFile }: Analysis, { calls, place }: Path): boolean {
  return [...calls, place].every((node) => node.getSourceFile() === sourceFile);
}
