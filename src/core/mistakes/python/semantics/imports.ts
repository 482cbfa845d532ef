import { child, textOf, type SyntaxNode } from '../syntax/node';
import type { Scope } from './scope';

/** Binds the names of an import statement. */
export function bindImport(node: SyntaxNode, scope: Scope): void {
  const from = child(node, 'module_name');
  const module = from === undefined ? undefined : dotted(from);
  for (const item of node.children) {
    if (item.type === 'wildcard_import') {
      scope.starImport = true;
    } else if (item.field === 'name') {
      bindItem(item, module, scope);
    }
  }
}

function bindItem(item: SyntaxNode, module: string | undefined, scope: Scope): void {
  const alias = child(item, 'alias');
  const name = dotted(child(item, 'name') ?? item);
  const bound = alias === undefined ? (module === undefined ? firstPart(name) : name) : textOf(alias);
  const whole = alias === undefined ? firstPart(name) : name;
  const home = scope.owner(bound);
  home.add(bound, {
    kind: 'import',
    node: alias ?? item,
    scope: home,
    module: module ?? whole,
    member: module === undefined ? undefined : name,
  });
}

function firstPart(name: string): string {
  return name.split('.')[0] ?? name;
}

function dotted(node: SyntaxNode): string {
  return textOf(node).replace(/[\s\\]/g, '');
}
