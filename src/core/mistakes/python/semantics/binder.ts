import { child, textOf, type SyntaxNode, type SyntaxTree } from '../syntax/node';
import { bindImport } from './imports';
import { bindParameters } from './parameters';
import { Scope, type ScopeKind } from './scope';
import { bindTarget } from './targets';

/** The scope in which each node of a tree is evaluated, by the node's index. */
export type Scopes = readonly Scope[];

const scopeKinds: Readonly<Record<string, ScopeKind>> = {
  function_definition: 'function',
  class_definition: 'class',
  lambda: 'lambda',
  list_comprehension: 'comprehension',
  set_comprehension: 'comprehension',
  dictionary_comprehension: 'comprehension',
  generator_expression: 'generator',
};

/** Finds every scope and binding of a file, in one pass over its nodes. */
export function bind(tree: SyntaxTree): Scopes {
  const scopes: Scope[] = [];
  const opened = new Map<SyntaxNode, Scope>();
  const moduleScope = new Scope('module', tree.root, undefined);
  for (const node of tree.nodes) {
    const scope = scopeFor(node, scopes, opened) ?? moduleScope;
    scopes.push(scope);
    const kind = scopeKinds[node.type];
    if (kind !== undefined) {
      opened.set(node, new Scope(kind, node, scope));
    }
    declare(node, scope, opened.get(node));
  }
  return scopes;
}

function scopeFor(
  node: SyntaxNode,
  scopes: readonly Scope[],
  opened: ReadonlyMap<SyntaxNode, Scope>,
): Scope | undefined {
  const { parent } = node;
  if (parent === undefined) {
    return undefined;
  }
  const own = opened.get(parent);
  if (own !== undefined && evaluatedInside(node, parent)) {
    return own;
  }
  if (parent.type === 'for_in_clause' && node.field === 'right' && isFirstClause(parent)) {
    return scopes[parent.parent?.index ?? 0];
  }
  return scopes[parent.index];
}

function evaluatedInside(node: SyntaxNode, owner: SyntaxNode): boolean {
  switch (scopeKinds[owner.type]) {
    case 'function':
    case 'class':
    case 'lambda':
      return node.field === 'body';
    default:
      return true;
  }
}

function isFirstClause(clause: SyntaxNode): boolean {
  return clause.parent?.children.find(({ type }) => type === 'for_in_clause') === clause;
}

function declare(node: SyntaxNode, scope: Scope, own: Scope | undefined): void {
  switch (node.type) {
    case 'function_definition':
    case 'class_definition': {
      const name = child(node, 'name');
      if (name !== undefined) {
        const kind = node.type === 'class_definition' ? 'class' : 'function';
        const home = scope.owner(textOf(name));
        home.add(textOf(name), { kind, node: name, scope: home, definition: node });
      }
      bindParameters(node, own);
      return;
    }
    case 'lambda':
      bindParameters(node, own);
      return;
    case 'import_statement':
    case 'import_from_statement':
    case 'future_import_statement':
      bindImport(node, scope);
      return;
    case 'global_statement':
    case 'nonlocal_statement':
      for (const name of node.children) {
        (node.type === 'global_statement' ? scope.globals : scope.nonlocals).add(textOf(name));
      }
      return;
    default:
      bindTarget(node, scope);
  }
}
