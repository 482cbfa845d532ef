import { child, closest, contains, textOf, type SyntaxNode } from '../syntax/node';
import type { Inference } from '../semantics/infer';
import type { ModuleModel } from '../semantics/model';
import type { Scope } from '../semantics/scope';
import type { FunctionInfo } from '../semantics/values';

const statements = new Set([
  'expression_statement',
  'return_statement',
  'assert_statement',
  'raise_statement',
  'delete_statement',
  'if_statement',
  'while_statement',
  'for_statement',
  'with_statement',
  'try_statement',
  'match_statement',
  'function_definition',
  'class_definition',
  'decorated_definition',
  'print_statement',
  'module',
]);
const compound = /^(if|while|for|with|try|match)_statement$|_definition$|^module$/;

/** The statement a node stands in. */
export function statementOf(node: SyntaxNode): SyntaxNode {
  return closest(node, statements) ?? node.tree.root;
}

/**
 * True when nothing should be said about a node: the parser had to guess in its statement, beside it or around it,
 * or the code is there to fail.
 */
export function isUncertain(node: SyntaxNode): boolean {
  return isExpectedToFail(node) || isGuessed(node);
}

/** True where the parser had to guess. */
function isGuessed(node: SyntaxNode): boolean {
  const statement = statementOf(node);
  const whole = compound.test(statement.type)
    ? statement.children.some(
        (part) => part.broken && part.type !== 'block' && !part.type.endsWith('_clause'),
      )
    : statement.broken;
  if (whole || closest(node, errors) !== undefined || ownPartBroken(node, statement)) {
    return true;
  }
  const siblings = statement.parent?.children ?? [];
  const place = siblings.indexOf(statement);
  const [before, behind] = [siblings[place - 1], siblings[place + 1]];
  return before?.type === 'ERROR' || (behind?.type === 'ERROR' && !beginsAnew(behind, statement));
}

/** True for what can only be the start of another statement: a word where the statement above it began its line. */
function beginsAnew(error: SyntaxNode, above: SyntaxNode): boolean {
  const { text } = error.tree;
  const indent = (node: SyntaxNode): string =>
    text.slice(text.lastIndexOf('\n', node.start - 1) + 1, node.start);
  return (
    indent(error) === indent(above) &&
    indent(error).trim() === '' &&
    /^(?!(?:elif|else|except|finally|case)\b)[A-Za-z_@]/.test(text.slice(error.start))
  );
}

const errors = new Set(['ERROR']);

function ownPartBroken(node: SyntaxNode, statement: SyntaxNode): boolean {
  return statement.children.some((part) => part.broken && part.type !== 'block' && contains(part, node));
}

/** True where `await` may stand: directly in an `async def` or a notebook's cell, comprehensions included. */
export function mayAwait(model: ModuleModel, node: SyntaxNode): boolean {
  let scope: Scope | undefined = model.scopeOf(node);
  while (scope?.kind === 'comprehension') {
    scope = scope.parent;
  }
  return scope?.kind === 'module'
    ? model.isNotebook
    : scope?.kind === 'function' && model.functions.get(scope.node)?.isAsync === true;
}

/** True where a loop runs for certain: the code of an `async def`, or a notebook's cell. */
export function runsInLoop(model: ModuleModel, node: SyntaxNode): boolean {
  const info = model.functionAround(node);
  return info === undefined ? model.isNotebook : info.isAsync;
}

/** True for tests, which do on purpose what a program should not. */
export function isTestCode(model: ModuleModel, node: SyntaxNode): boolean {
  if (/(^|[\\/])(test_[^\\/]*|[^\\/]*_test|conftest)\.py$/.test(model.path)) {
    return true;
  }
  for (let around: SyntaxNode | undefined = node; around !== undefined; around = around.parent) {
    const name = definitions.has(around.type) ? child(around, 'name') : undefined;
    if (name !== undefined && /^test|^Test|Tests?(Case)?$/.test(textOf(name))) {
      return true;
    }
  }
  return false;
}

const definitions = new Set(['function_definition', 'class_definition']);

/** The `async def` whose run evaluates the node at once (a generator or lambda in it runs later). */
export function asyncFunctionAround(model: ModuleModel, node: SyntaxNode): FunctionInfo | undefined {
  const info = model.functionAround(node);
  return info?.isAsync === true ? info : undefined;
}

/** The asyncio functions that tell whether a loop runs; who asks knows what it does. */
const askers = new Set([
  'asyncio.get_running_loop',
  'asyncio._get_running_loop',
  'asyncio.current_task',
  'sniffio.current_async_library',
]);

/** True when the function looks whether a loop is running before it starts one. */
export function asksForLoop(info: FunctionInfo, infer: Inference): boolean {
  return infer.model(info.node).calls.some((call) => {
    if (!contains(info.node, call)) {
      return false;
    }
    const callee = call.children[0];
    return (
      callee !== undefined &&
      (textOf(callee).endsWith('.is_running') ||
        (infer.evaluate(callee) ?? []).some((value) => value.kind === 'external' && askers.has(value.path)))
    );
  });
}

/** True inside a block that is there to catch the failure, as in `with pytest.raises(...)`. */
function isExpectedToFail(node: SyntaxNode): boolean {
  return expectedBy(node) !== undefined;
}

/** True for a call in a block that expects an exception of what it runs: not of the way it is called, nor a warning. */
export function isGuarded(node: SyntaxNode): boolean {
  const clause = expectedBy(node);
  return (
    clause !== undefined &&
    !isGuessed(node) &&
    /\b(?:raises|assertRaises)\(/.test(textOf(clause)) &&
    !/TypeError|Warning|match|\bException\b/.test(textOf(clause))
  );
}

function expectedBy(node: SyntaxNode): SyntaxNode | undefined {
  for (let around = node.parent; around !== undefined; around = around.parent) {
    const clause = around.type === 'with_statement' ? around.children[0] : undefined;
    if (clause !== undefined && !contains(clause, node) && expecting.test(textOf(clause))) {
      return clause;
    }
  }
  return undefined;
}

const expecting =
  /\b(raises|warns|assertRaises\w*|assertWarns\w*|catch_warnings|catch_unraisable\w*|deprecated_call|check_warnings)\b/;
