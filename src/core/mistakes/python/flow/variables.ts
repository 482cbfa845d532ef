import { closest, contains, textOf, type SyntaxNode } from '../syntax/node';
import type { Inference } from '../semantics/infer';
import { reachingBinding } from '../semantics/reaching';
import type { Binding } from '../semantics/scope';
import { isShown, useOf, type Misuse, type Use } from './usage';

/** The places that read a variable bound at `name`, in the order of the text. */
export function readsOf(name: SyntaxNode, infer: Inference): readonly SyntaxNode[] {
  const model = infer.model(name);
  const text = textOf(name);
  const home = model.scopeOf(name).owner(text);
  const bindings = home.bindings.get(text);
  const bound = new Set((bindings ?? []).map(({ node }) => node));
  return model.nodes
    .named(text)
    .filter((node) => !bound.has(node) && !isLabel(node) && model.scopeOf(node).resolve(text) === bindings);
}

/** Attribute names and keywords of calls are no variables. */
function isLabel(node: SyntaxNode): boolean {
  return (
    (node.parent?.type === 'attribute' && node.field === 'attribute') ||
    (node.parent?.type === 'keyword_argument' && node.field === 'name') ||
    node.parent?.type === 'global_statement' ||
    node.parent?.type === 'nonlocal_statement'
  );
}

/** What becomes of a value put in a variable, when it is certain that nobody ever awaits it. */
export type Fate =
  { readonly kind: 'unused' } | { readonly kind: 'misused'; readonly as: Misuse; readonly at: SyntaxNode };

/** Follows a variable to all its uses; undefined when one of them may await it. */
export function fateOf(use: Extract<Use, { kind: 'assigned' }>, infer: Inference): Fate | undefined {
  const model = infer.model(use.name);
  const home = model.scopeOf(use.name).owner(textOf(use.name));
  if (home.kind === 'class' || (home.bindings.get(textOf(use.name)) ?? []).some(isOpaque)) {
    return undefined;
  }
  const uses = readsSeeing(use.name, infer).map((read) => useOf(read, infer));
  const misuses = uses.filter((one) => one.kind === 'misused');
  if (misuses.length < uses.filter(({ kind }) => kind !== 'dropped').length) {
    return undefined;
  }
  if (use.many && misuses.some((misuse) => !isShown(misuse, infer))) {
    return undefined;
  }
  const [first] = misuses;
  if (first !== undefined) {
    return { kind: 'misused', as: first.as, at: first.at };
  }
  const seen = home.kind === 'module' ? model.isScript : textOf(use.name) !== '_';
  return seen && !/\b(locals|vars|exec|eval)\(/.test(model.tree.text) ? { kind: 'unused' } : undefined;
}

/** The reads of a variable that may get the very value bound at `name`. */
export function readsSeeing(name: SyntaxNode, infer: Inference): readonly SyntaxNode[] {
  return readsOf(name, infer).filter((read) => maySee(read, name, infer));
}

/** False for a read that certainly sees another value of the variable. */
function maySee(read: SyntaxNode, name: SyntaxNode, infer: Inference): boolean {
  const model = infer.model(read);
  const scope = model.scopeOf(name);
  const isOwn = scope.owner(textOf(name)) === scope && model.scopeOf(read) === scope;
  if (isOwn && read.end <= name.start && !mayComeBack(read, name)) {
    return false;
  }
  const bindings = model.scopeOf(read).bindingsOf(textOf(name)) ?? [];
  const seen = reachingBinding(bindings, read, model);
  return seen === undefined || seen.node === name;
}

/** True where a loop around both leads from the later place to the earlier one. */
function mayComeBack(earlier: SyntaxNode, later: SyntaxNode): boolean {
  let loop = closest(earlier, loops);
  while (loop !== undefined && !contains(loop, later)) {
    loop = loop.parent && closest(loop.parent, loops);
  }
  return loop !== undefined;
}

const loops = new Set(['for_statement', 'while_statement']);

function isOpaque(binding: Binding): boolean {
  return binding.kind === 'opaque' && closest(binding.node, deletes) !== undefined;
}

const deletes = new Set(['delete_statement']);
