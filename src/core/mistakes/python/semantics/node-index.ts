import { textOf, type SyntaxNode, type SyntaxTree } from '../syntax/node';
import type { Scopes } from './binder';
import type { Scope } from './scope';

const none: readonly SyntaxNode[] = [];

/** Looks nodes of one file up by the code that runs them and by name; built when first asked. */
export class NodeIndex {
  private byCode: Map<SyntaxNode, SyntaxNode[]> | undefined;
  private byName: Map<string, SyntaxNode[]> | undefined;

  constructor(
    private readonly tree: SyntaxTree,
    private readonly scopes: Scopes,
  ) {}

  /** The nodes that a run of a function, a lambda or (for the root) the module evaluates itself, in order. */
  of(code: SyntaxNode): readonly SyntaxNode[] {
    this.byCode ??= this.group();
    return this.byCode.get(code) ?? none;
  }

  /** The identifiers with this text, in order. */
  named(name: string): readonly SyntaxNode[] {
    this.byName ??= identifiers(this.tree);
    return this.byName.get(name) ?? none;
  }

  private group(): Map<SyntaxNode, SyntaxNode[]> {
    const lists = new Map<SyntaxNode, SyntaxNode[]>();
    const listOf = new Map<Scope, SyntaxNode[]>();
    for (const node of this.tree.nodes) {
      const scope = this.scopes[node.index];
      if (scope === undefined) {
        continue;
      }
      let list = listOf.get(scope);
      if (list === undefined) {
        const code = codeOf(scope);
        list = lists.get(code) ?? [];
        lists.set(code, list);
        listOf.set(scope, list);
      }
      list.push(node);
    }
    return lists;
  }
}

function codeOf(scope: Scope): SyntaxNode {
  let code = scope;
  while (code.kind !== 'function' && code.kind !== 'lambda' && code.parent !== undefined) {
    code = code.parent;
  }
  return code.node;
}

function identifiers(tree: SyntaxTree): Map<string, SyntaxNode[]> {
  const found = new Map<string, SyntaxNode[]>();
  for (const node of tree.nodes) {
    if (node.type !== 'identifier') {
      continue;
    }
    const name = textOf(node);
    const list = found.get(name);
    if (list === undefined) {
      found.set(name, [node]);
    } else {
      list.push(node);
    }
  }
  return found;
}
