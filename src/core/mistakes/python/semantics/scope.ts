import type { SyntaxNode } from '../syntax/node';

/** What opens a scope. A generator runs later than where it stands, a comprehension at once. */
export type ScopeKind = 'module' | 'class' | 'function' | 'lambda' | 'comprehension' | 'generator';

/** One way a name gets a value. */
export type Binding = {
  readonly node: SyntaxNode;
  readonly scope: Scope;
} & (
  | {
      readonly kind: 'import';
      /** Dotted, with leading dots for relative imports. */
      readonly module: string;
      /** The name taken `from` the module. */
      readonly member: string | undefined;
    }
  | { readonly kind: 'function' | 'class'; readonly definition: SyntaxNode }
  | {
      readonly kind: 'parameter';
      readonly definition: SyntaxNode;
      readonly annotation: SyntaxNode | undefined;
      readonly first: boolean;
      /** `*args` and `**kwargs` hold many. */
      readonly many: boolean;
    }
  | {
      readonly kind: 'assignment';
      readonly value: SyntaxNode | undefined;
      readonly annotation: SyntaxNode | undefined;
    }
  | { readonly kind: 'element'; readonly iterable: SyntaxNode }
  /** One of the names in `a, b = value`. */
  | { readonly kind: 'item'; readonly value: SyntaxNode; readonly place: number }
  | { readonly kind: 'entered'; readonly manager: SyntaxNode }
  | { readonly kind: 'opaque' }
);

/** What a name may stand for: its bindings, nothing but Python's own, or something that cannot be known. */
export type Resolution = readonly Binding[] | 'builtin' | 'unknown';

/** A stretch of code with names of its own. */
export class Scope {
  readonly bindings = new Map<string, Binding[]>();
  readonly globals = new Set<string>();
  readonly nonlocals = new Set<string>();
  readonly module: Scope;
  /** `from m import *`: any name not bound here may come from there. */
  starImport = false;

  constructor(
    readonly kind: ScopeKind,
    readonly node: SyntaxNode,
    readonly parent: Scope | undefined,
  ) {
    this.module = parent?.module ?? this;
  }

  /** The scope that an assignment to `name` written here binds in. */
  owner(name: string): Scope {
    if (this.globals.has(name)) {
      return this.module;
    }
    if (this.nonlocals.has(name)) {
      let outer = this.parent;
      while (outer !== undefined && (outer.kind === 'class' || !outer.bindings.has(name))) {
        outer = outer.parent;
      }
      return outer ?? this;
    }
    return this;
  }

  add(name: string, binding: Binding): void {
    const known = this.bindings.get(name);
    if (known === undefined) {
      this.bindings.set(name, [binding]);
    } else {
      known.push(binding);
    }
  }

  /** The bindings a name may have; undefined for Python's own names and those that cannot be known. */
  bindingsOf(name: string): readonly Binding[] | undefined {
    const found = this.resolve(name);
    return typeof found === 'string' ? undefined : found;
  }

  /** Looks a name up as Python does: class bodies are invisible to the functions inside them. */
  resolve(name: string): Resolution {
    return lookUp(name, this);
  }
}

function lookUp(name: string, from: Scope): Resolution {
  let star = false;
  for (let scope: Scope | undefined = from; scope !== undefined; scope = scope.parent) {
    if (scope.kind === 'class' && scope !== from) {
      continue;
    }
    const home = scope.globals.has(name) ? scope.module : scope;
    const found = home.bindings.get(name);
    if (found !== undefined) {
      return found;
    }
    star ||= home.starImport;
  }
  return star ? 'unknown' : 'builtin';
}
