import { child, contains, isAsync, textOf, type SyntaxNode, type SyntaxTree } from '../syntax/node';
import { bind, type Scopes } from './binder';
import { NodeIndex } from './node-index';
import type { Scope } from './scope';
import type { ClassInfo, FunctionInfo } from './values';

/** One file with its scopes, functions and classes. */
export class ModuleModel {
  readonly scopes: Scopes;
  readonly functions: ReadonlyMap<SyntaxNode, FunctionInfo>;
  readonly classes: ReadonlyMap<SyntaxNode, ClassInfo>;
  /** Values given to `something.name`, by name. */
  readonly attributes: ReadonlyMap<string, readonly SyntaxNode[]>;
  readonly calls: readonly SyntaxNode[];
  readonly nodes: NodeIndex;
  private script: boolean | undefined;
  private roots: ReadonlySet<string> | undefined;
  readonly returns: ReadonlyMap<SyntaxNode, readonly SyntaxNode[]>;

  constructor(
    readonly path: string,
    readonly tree: SyntaxTree,
  ) {
    this.scopes = bind(tree);
    this.nodes = new NodeIndex(tree, this.scopes);
    this.calls = tree.nodes.filter(({ type }) => type === 'call');
    this.classes = this.collectClasses();
    const { returns, yields } = this.collectExits();
    this.returns = returns;
    this.functions = this.collectFunctions(yields);
    this.attributes = this.collectAttributes();
  }

  /** The top-level modules that the file imports, wherever it does. */
  get imported(): ReadonlySet<string> {
    this.roots ??= new Set(
      [...new Set(this.scopes)].flatMap(({ bindings }) =>
        [...bindings.values()]
          .flat()
          .flatMap((binding) => (binding.kind === 'import' ? binding.module.split('.').slice(0, 1) : [])),
      ),
    );
    return this.roots;
  }

  /** True for a notebook's cell, where `await` may stand at the top. */
  get isNotebook(): boolean {
    return /\.ipynb(?:#.*)?$|^vscode-notebook-cell:/.test(this.path);
  }

  /** True for a file that runs something itself, so that its names are not there for others. */
  get isScript(): boolean {
    this.script ??= !this.isNotebook && /^if\s+__name__\s*==|^\S*asyncio\.run\(/m.test(this.tree.text);
    return this.script;
  }

  get moduleScope(): Scope {
    return this.scopeOf(this.tree.root);
  }

  /** The scope in which the node is evaluated. */
  scopeOf(node: SyntaxNode): Scope {
    const scope = this.scopes[node.index];
    if (scope === undefined || node.tree !== this.tree) {
      throw new Error('The node belongs to another file.');
    }
    return scope;
  }

  /** The function or lambda whose run evaluates the node; undefined at module level. */
  functionAround(node: SyntaxNode): FunctionInfo | undefined {
    let scope: Scope | undefined = this.scopeOf(node);
    while (scope !== undefined && scope.kind !== 'function' && scope.kind !== 'lambda') {
      scope = scope.parent;
    }
    return scope === undefined ? undefined : this.functions.get(scope.node);
  }

  private collectClasses(): Map<SyntaxNode, ClassInfo> {
    const classes = new Map<SyntaxNode, ClassInfo>();
    for (const node of this.tree.nodes) {
      if (node.type === 'class_definition') {
        classes.set(node, { node, name: nameOf(node), model: this });
      }
    }
    return classes;
  }

  private collectExits(): { returns: Map<SyntaxNode, SyntaxNode[]>; yields: Set<SyntaxNode> } {
    const returns = new Map<SyntaxNode, SyntaxNode[]>();
    const yields = new Set<SyntaxNode>();
    for (const node of this.tree.nodes) {
      if (node.type !== 'return_statement' && node.type !== 'yield') {
        continue;
      }
      const around = this.scopeOf(node);
      if (node.type === 'yield') {
        yields.add(around.node);
      } else {
        append(returns, around.node, node);
      }
    }
    return { returns, yields };
  }

  private collectFunctions(yields: ReadonlySet<SyntaxNode>): Map<SyntaxNode, FunctionInfo> {
    const functions = new Map<SyntaxNode, FunctionInfo>();
    for (const node of this.tree.nodes) {
      if (node.type === 'function_definition' || node.type === 'lambda') {
        const around = this.scopeOf(node);
        functions.set(node, {
          node,
          name: node.type === 'lambda' ? 'lambda' : nameOf(node),
          isAsync: node.type === 'function_definition' && isAsync(node),
          isGenerator: yields.has(node),
          owner: around.kind === 'class' ? this.classes.get(around.node) : undefined,
        });
      }
    }
    return functions;
  }

  private collectAttributes(): Map<string, SyntaxNode[]> {
    const attributes = new Map<string, SyntaxNode[]>();
    for (const node of this.tree.nodes) {
      const name = node.type === 'attribute' ? child(node, 'attribute') : undefined;
      if (name !== undefined && isTarget(node)) {
        append(attributes, textOf(name), node);
      }
    }
    return attributes;
  }
}

function append<K>(lists: Map<K, SyntaxNode[]>, key: K, node: SyntaxNode): void {
  const list = lists.get(key);
  if (list === undefined) {
    lists.set(key, [node]);
  } else {
    list.push(node);
  }
}

const targets = new Set([
  'assignment',
  'augmented_assignment',
  'for_statement',
  'for_in_clause',
  'delete_statement',
  'pattern_list',
  'tuple_pattern',
  'list_pattern',
  'list_splat_pattern',
  'as_pattern_target',
]);

function isTarget(node: SyntaxNode): boolean {
  const { parent } = node;
  return parent !== undefined && targets.has(parent.type) && node.field !== 'right' && node.field !== 'type';
}

function nameOf(node: SyntaxNode): string {
  const name = child(node, 'name');
  return name === undefined ? '' : textOf(name);
}

/** The class in whose body, at any depth, the node stands. */
export function classAround(model: ModuleModel, node: SyntaxNode): ClassInfo | undefined {
  let found: ClassInfo | undefined;
  for (const [definition, info] of model.classes) {
    if (definition !== node && contains(definition, node)) {
      found = info;
    }
  }
  return found;
}
