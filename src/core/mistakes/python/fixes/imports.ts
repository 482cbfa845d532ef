import type { TextEdit } from '../../finding';
import { flavourOf } from '../library/flavour';
import type { Inference } from '../semantics/infer';
import { textOf, type SyntaxNode, type SyntaxTree } from '../syntax/node';
import { insert } from './edits';

/** How to write a module's name at some place, and the edits that make it known there. */
export interface ModuleName {
  readonly name: string;
  readonly edits: readonly TextEdit[];
}

/**
 * The name under which asyncio is known at a place, or will be after an added import; undefined when it is taken, and
 * in files written for another library.
 */
export function asyncioAt(place: SyntaxNode, infer: Inference): ModuleName | undefined {
  return flavourOf(infer.model(place).imported) === 'asyncio' ? moduleAt('asyncio', place, infer) : undefined;
}

/** The same for any module, by its dotted name. */
export function moduleAt(module: string, place: SyntaxNode, infer: Inference): ModuleName | undefined {
  const model = infer.model(place);
  const [first = module, ...rest] = module.split('.');
  const isBound = (name: string): boolean => model.scopeOf(place).resolve(name) !== 'builtin';
  const isModule = (name: string): boolean => {
    const values = isBound(name.split('.')[0] ?? name) ? infer.path(name.split('.'), place) : [];
    return values?.length === 1 && values[0]?.kind === 'external' && values[0].path === module;
  };
  if (isModule(module)) {
    return { name: module, edits: [] };
  }
  for (const [name, bindings] of model.moduleScope.bindings) {
    if (bindings.every(({ kind }) => kind === 'import') && isModule(name)) {
      return { name, edits: [] };
    }
  }
  if (isBound(first) && rest.length === 0) {
    return undefined;
  }
  const edit = isBound(first) ? undefined : importEdit(model.tree, module);
  return edit && { name: module, edits: [edit] };
}

/** Adds an import after the docstring and `__future__` imports, before everything else. */
function importEdit(tree: SyntaxTree, module: string): TextEdit | undefined {
  const newline = tree.text.includes('\r\n') ? '\r\n' : '\n';
  const next = tree.root.children.find((statement, place) => !staysFirst(statement, place));
  if (next === undefined || next.type === 'ERROR' || !startsItsLine(next)) {
    return undefined;
  }
  const gap = /^import|^from/.test(textOf(next)) ? '' : newline;
  return insert(next.start, `import ${module}${newline}${gap}`);
}

function staysFirst(statement: SyntaxNode, place: number): boolean {
  const docstring = place === 0 && statement.children[0]?.type.endsWith('string') === true;
  return docstring || statement.type === 'future_import_statement';
}

function startsItsLine(statement: SyntaxNode): boolean {
  const before = statement.tree.text.slice(0, statement.start).replace(/^\uFEFF/, '');
  return before === '' || before.endsWith('\n');
}
