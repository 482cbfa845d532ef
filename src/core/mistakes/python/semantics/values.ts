import type { SyntaxNode } from '../syntax/node';
import type { ModuleModel } from './model';

/** A function or lambda of the learner's own. */
export interface FunctionInfo {
  readonly node: SyntaxNode;
  readonly name: string;
  readonly isAsync: boolean;
  readonly isGenerator: boolean;
  /** The class whose body defines it. */
  readonly owner: ClassInfo | undefined;
}

/** A class of the learner's own. */
export interface ClassInfo {
  readonly node: SyntaxNode;
  readonly name: string;
  readonly model: ModuleModel;
}

/** A coroutine object; awaiting it gives what `of` returns, or an object of the library class `result`. */
export interface Coroutine {
  readonly kind: 'coroutine';
  readonly of: FunctionInfo | undefined;
  readonly result: string | undefined;
  /** True for a library's coroutines that `async with` takes as well. */
  readonly enterable?: boolean;
}

/** What an expression may be at run time, as far as reading the text can tell. */
export type Value =
  | { readonly kind: 'none' }
  /** A string, number and the like: certainly nothing to await or to call. */
  | { readonly kind: 'plain' }
  /** Something of a library by its dotted path: a module, function, class, or a method of an object. */
  | { readonly kind: 'external'; readonly path: string }
  /** An instance of a library's class. */
  | { readonly kind: 'object'; readonly path: string }
  | { readonly kind: 'function'; readonly info: FunctionInfo }
  | { readonly kind: 'property'; readonly info: FunctionInfo }
  | { readonly kind: 'class'; readonly info: ClassInfo }
  /** `exact` when constructed here, so that no subclass can stand in its place. */
  | { readonly kind: 'instance'; readonly info: ClassInfo; readonly exact: boolean }
  | { readonly kind: 'super'; readonly info: ClassInfo }
  | { readonly kind: 'module'; readonly model: ModuleModel }
  | Coroutine
  /** `items` when it has a known number of them, as a tuple has. */
  | { readonly kind: 'iterable'; readonly element: Values; readonly items?: readonly Values[] };

/** All values an expression may have, or undefined when that is not known. */
export type Values = readonly Value[] | undefined;

const mostValues = 12;

/**
 * Everything any of the parts may be: unknown as soon as one part is. `None` counts only when it stands alone, or
 * beside a coroutine: what gives a coroutine only now and then knows what its caller does.
 */
export function union(parts: Iterable<Values>): Values {
  const all: Value[] = [];
  for (const part of parts) {
    if (part === undefined || all.length > mostValues) {
      return undefined;
    }
    all.push(...part);
  }
  const some = all.filter(({ kind }) => kind !== 'none');
  if (some.length < all.length && some.some(({ kind }) => kind === 'coroutine')) {
    return undefined;
  }
  return some.length > 0 ? some : all;
}

/** Maps each value to what follows from it; unknown as soon as one result is. */
export function follow(values: Values, step: (value: Value) => Values): Values {
  return values === undefined ? undefined : union(values.map(step));
}

/** True when the values are known, there are some, and every one passes. */
export function every<T extends Value>(
  values: Values,
  test: (value: Value) => value is T,
): values is readonly T[];
export function every(values: Values, test: (value: Value) => boolean): boolean;
export function every(values: Values, test: (value: Value) => boolean): boolean {
  return values !== undefined && values.length > 0 && values.every(test);
}

/** An object of a library's class, or a tuple of them, whose classes are written with commas between them. */
export function objects(result: string): Values {
  const items = result.split(',').map((path): Values => [{ kind: 'object', path }]);
  return items.length === 1 ? items[0] : [{ kind: 'iterable', element: union(items), items }];
}
