import { ts } from '@ts-morph/common';
import type { Analysis } from '../analysis';
import { builtinOf, exportsOf, type Builtin } from '../semantics/builtins';

/** A synchronous function of Node's library that has an asynchronous twin. */
export interface SynchronousTwin extends Builtin {
  /** The twin's name: `readFile` for `readFileSync`. */
  readonly twin: string;
  /** Where an awaitable twin of that name is exported from, if anywhere: `fs/promises`. */
  readonly promises?: { readonly module: string; readonly symbol: ts.Symbol };
  /** The twin that calls back instead, where the module itself exports one. */
  readonly callback?: ts.Symbol;
}

/**
 * What a call blocks on: a function or method ending in `Sync` that Node's types declare, when its module (or its class)
 * declares the asynchronous function of the same name as well.
 */
export function synchronousTwin(analysis: Analysis, call: ts.CallExpression): SynchronousTwin | undefined {
  const builtin = builtinOf(analysis, call);
  if (builtin?.name.endsWith('Sync') !== true) {
    return undefined;
  }
  const twin = builtin.name.slice(0, -'Sync'.length);
  const symbol = isMember(builtin.declaration)
    ? undefined
    : exportsOf(analysis, `${builtin.module}/promises`).get(twin);
  if (symbol !== undefined) {
    return { ...builtin, twin, promises: { module: `${builtin.module}/promises`, symbol } };
  }
  if (isMember(builtin.declaration)) {
    return hasSibling(builtin.declaration, twin) ? { ...builtin, twin } : undefined;
  }
  const callback = exportsOf(analysis, builtin.module).get(twin);
  return callback === undefined || isDeprecated(callback) ? undefined : { ...builtin, twin, callback };
}

function hasSibling({ parent }: ts.Declaration, twin: string): boolean {
  return (
    (ts.isClassLike(parent) || ts.isInterfaceDeclaration(parent)) &&
    parent.members.some(({ name }) => name?.getText() === twin)
  );
}

/** A twin that nobody should call any more is none: `fs.exists`, so a quick look with `existsSync` is fine. */
function isDeprecated({ declarations = [] }: ts.Symbol): boolean {
  return declarations.length > 0 && declarations.every((one) => /@deprecated\b/.test(commentBefore(one)));
}

function commentBefore(node: ts.Node): string {
  return node.getSourceFile().text.slice(node.pos, node.getStart());
}

function isMember({ parent }: ts.Declaration): boolean {
  return ts.isClassLike(parent) || ts.isInterfaceDeclaration(parent);
}
