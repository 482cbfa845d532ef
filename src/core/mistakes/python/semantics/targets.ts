import { child, descendants, textOf, type SyntaxNode } from '../syntax/node';
import type { Scope } from './scope';

/** Binds the names that a statement or expression assigns, other than definitions and imports. */
export function bindTarget(node: SyntaxNode, scope: Scope): void {
  const left = child(node, 'left');
  const right = child(node, 'right');
  switch (node.type) {
    case 'assignment':
      if (left?.type === 'identifier') {
        const value = assigned(right);
        add(left, scope, { kind: 'assignment', value, annotation: child(node, 'type') });
      } else {
        bindPattern(left, assigned(right), scope);
      }
      return;
    case 'named_expression': {
      const name = child(node, 'name');
      if (name !== undefined) {
        const value = child(node, 'value');
        add(name, enclosingCode(scope), { kind: 'assignment', value, annotation: undefined });
      }
      return;
    }
    case 'for_statement':
    case 'for_in_clause': {
      if (left?.type === 'identifier' && right !== undefined) {
        add(left, scope, { kind: 'element', iterable: right });
      } else {
        addOpaque(left, scope);
      }
      return;
    }
    case 'as_pattern_target':
      bindAlias(node, scope);
      return;
    case 'augmented_assignment':
    case 'type_alias_statement':
      addOpaque(left, scope);
      return;
    case 'delete_statement':
      node.children.forEach((target) => {
        addOpaque(target, scope);
      });
      return;
    case 'case_pattern':
      addOpaque(node, scope);
  }
}

/** Binds the names of `a, b = value`, each to its item; nested and starred patterns stay unknown. */
function bindPattern(left: SyntaxNode | undefined, value: SyntaxNode | undefined, scope: Scope): void {
  const flat =
    left !== undefined &&
    /^(?:pattern_list|tuple_pattern|list_pattern)$/.test(left.type) &&
    left.children.every(({ type }) => type !== 'list_splat_pattern');
  if (!flat || value === undefined) {
    addOpaque(left, scope);
    return;
  }
  left.children.forEach((part, place) => {
    if (part.type === 'identifier') {
      add(part, scope, { kind: 'item', value, place });
    } else {
      addOpaque(part, scope);
    }
  });
}

function bindAlias(target: SyntaxNode, scope: Scope): void {
  const name = target.children[0];
  const pattern = target.parent;
  const manager = pattern?.children[0];
  if (pattern?.parent?.type === 'with_item' && name?.type === 'identifier' && manager !== undefined) {
    add(name, scope, { kind: 'entered', manager });
  } else {
    addOpaque(target, scope);
  }
}

type Content =
  | { kind: 'assignment'; value: SyntaxNode | undefined; annotation: SyntaxNode | undefined }
  | { kind: 'element'; iterable: SyntaxNode }
  | { kind: 'item'; value: SyntaxNode; place: number }
  | { kind: 'entered'; manager: SyntaxNode }
  | { kind: 'opaque' };

function add(name: SyntaxNode, scope: Scope, content: Content): void {
  const home = scope.owner(textOf(name));
  home.add(textOf(name), { ...content, node: name, scope: home });
}

function addOpaque(target: SyntaxNode | undefined, scope: Scope): void {
  if (target === undefined) {
    return;
  }
  for (const node of descendants(target)) {
    const accessed = node.parent?.type === 'attribute' || node.parent?.type === 'subscript';
    if (node.type === 'identifier' && !(accessed && node !== target)) {
      add(node, scope, { kind: 'opaque' });
    }
  }
}

/** In `a = b = value` every target gets the last value. */
function assigned(right: SyntaxNode | undefined): SyntaxNode | undefined {
  let value = right;
  while (value?.type === 'assignment') {
    value = child(value, 'right');
  }
  return value;
}

function enclosingCode(scope: Scope): Scope {
  let code = scope;
  while ((code.kind === 'comprehension' || code.kind === 'generator') && code.parent !== undefined) {
    code = code.parent;
  }
  return code;
}
