import { ts } from '@ts-morph/common';
import { isCalledLater } from './calls';
import type { Editor } from './editor';
import { functionName } from './naming';
import { LANE, RUNTIME, TURN } from './site';

export type FunctionWithBody = ts.FunctionLikeDeclaration & { readonly body: ts.ConciseBody };

/** What stands around the statements of a body, and around the value of a body that is an expression. */
interface Wrapping {
  readonly before: string;
  readonly after: string;
  readonly value: readonly [string, string];
}

/** True for an async function with a body that can be told apart from its parameters without changing its meaning. */
export function isTraceable(node: ts.FunctionLikeDeclaration): node is FunctionWithBody {
  return isAsync(node) && hasPlainBody(node);
}

/**
 * True for a plain function that the loop may call later: it is written where it is handed over, or has one of the
 * names in `handedOver`.
 */
export function isCallback(
  node: ts.FunctionLikeDeclaration,
  handedOver: ReadonlySet<string>,
): node is FunctionWithBody {
  const isLiteral = ts.isArrowFunction(node) || ts.isFunctionExpression(node);
  const isNamed = isLiteral || ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node);
  const isHanded = (isLiteral && isCalledLater(node)) || (isNamed && handedOver.has(functionName(node)));
  return isHanded && !isAsync(node) && !isGenerator(node) && hasPlainBody(node);
}

/** Gives each call of an async function a lane, from the first statement of its body to the last. */
export function wrapAsync(editor: Editor, node: FunctionWithBody, visitBody: () => void): void {
  const enter = isGenerator(node) ? 'enterGenerator' : 'enter';
  const site = editor.site(node, functionName(node));
  const returned = ts.isBlock(node.body) ? site : editor.site(node.body, functionName(node));
  const wrapping = {
    before: `const ${LANE}=${RUNTIME}.${enter}(${site});try{`,
    after: `}catch(e){${RUNTIME}.fail(${LANE},e);throw e;}finally{${RUNTIME}.exit(${LANE});}`,
    value: [`${RUNTIME}.give(${LANE},${returned},${RUNTIME}.lanes,(`, '))'],
  } as const;
  wrapBody(editor, node.body, wrapping, visitBody);
}

/** Tells when a plain callback runs, which belongs to no lane of its own. */
export function wrapCallback(editor: Editor, node: FunctionWithBody, visitBody: () => void): void {
  const site = editor.site(node, functionName(node));
  const wrapping = {
    before: `const ${TURN}=${RUNTIME}.turns.called(${site});try{`,
    after: `}finally{${RUNTIME}.turns.left(${TURN});}`,
    value: ['(', ')'],
  } as const;
  wrapBody(editor, node.body, wrapping, visitBody);
}

function wrapBody(editor: Editor, body: ts.ConciseBody, wrapping: Wrapping, visitBody: () => void): void {
  const { before, after, value } = wrapping;
  if (ts.isBlock(body)) {
    const [start, end] = [afterDirectives(editor.file, body), body.getEnd() - 1];
    if (start === end) {
      editor.open(start, `;${before}${after}`);
    } else {
      editor.open(start, `;${before}`);
      visitBody();
      editor.close(end, after);
    }
    return;
  }
  editor.around(body, `{${before}return ${value[0]}`, `${value[1]};${after}}`, visitBody);
}

function isAsync(node: ts.FunctionLikeDeclaration): boolean {
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined;
  return modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.AsyncKeyword) ?? false;
}

function hasPlainBody(node: ts.FunctionLikeDeclaration): node is FunctionWithBody {
  return node.body !== undefined && !(ts.isBlock(node.body) && redeclaresFunction(node.body));
}

/**
 * Evaluating a default value may make promises after the call's own; the runtime must not take one of
 * those for the call's.
 */
export function keepsOwnPromise(initializer: ts.Expression): boolean {
  return !(
    ts.isLiteralExpression(initializer) ||
    ts.isIdentifier(initializer) ||
    ts.isFunctionExpression(initializer) ||
    ts.isArrowFunction(initializer) ||
    ts.isClassExpression(initializer)
  );
}

/** True for `async function*`, whose calls run only when a value is asked for. */
export function isGenerator(node: ts.FunctionLikeDeclaration): boolean {
  return 'asteriskToken' in node && node.asteriskToken !== undefined;
}

function afterDirectives(file: ts.SourceFile, body: ts.Block): number {
  const first = body.statements.findIndex(
    (statement) => !ts.isExpressionStatement(statement) || !ts.isStringLiteral(statement.expression),
  );
  const directives = first < 0 ? body.statements.length : first;
  return body.statements[directives - 1]?.getEnd() ?? body.getStart(file) + 1;
}

/** A function body allows what a block does not: a second function, or a variable, of a function's name. */
function redeclaresFunction(body: ts.Block): boolean {
  const names = body.statements
    .filter(ts.isFunctionDeclaration)
    .flatMap((declaration) => declaration.name?.text ?? []);
  return names.length > 0 && (new Set(names).size < names.length || declaresVar(body, new Set(names)));
}

function declaresVar(node: ts.Node, names: ReadonlySet<string>): boolean {
  if (ts.isVariableDeclarationList(node) && (node.flags & ts.NodeFlags.BlockScoped) === 0) {
    return node.declarations.some((declaration) => bindsOne(declaration.name, names));
  }
  const isOtherScope = ts.isFunctionLike(node) || ts.isClassLike(node);
  return !isOtherScope && (ts.forEachChild(node, (child) => declaresVar(child, names)) ?? false);
}

function bindsOne(name: ts.BindingName, names: ReadonlySet<string>): boolean {
  return ts.isIdentifier(name)
    ? names.has(name.text)
    : name.elements.some((element) => ts.isBindingElement(element) && bindsOne(element.name, names));
}
