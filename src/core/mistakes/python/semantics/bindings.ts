import { child, closest, textOf, type SyntaxNode } from '../syntax/node';
import { annotated } from './annotations';
import { passedTo } from './arguments';
import { attributeOf } from './attributes';
import { decorated, decoratorsOf } from './decorators';
import type { Inference } from './infer';
import type { Binding } from './scope';
import { every, follow, objects, union, type Value, type Values } from './values';

/** What one binding gives its name. */
export function bindingValue(binding: Binding, infer: Inference): Values {
  switch (binding.kind) {
    case 'import':
      return infer.project.imported(binding.module, binding.member, infer.model(binding.node), infer);
    case 'function':
    case 'class':
      return decorated(binding.definition, infer);
    case 'parameter':
      return parameterValue(binding, infer);
    case 'assignment':
      return (
        (binding.annotation && annotated(binding.annotation, infer)) ??
        (binding.value && infer.evaluate(binding.value))
      );
    case 'element':
      return follow(infer.evaluate(binding.iterable), (value) =>
        value.kind === 'iterable' ? value.element : undefined,
      );
    case 'item':
      return follow(infer.evaluate(binding.value), (value) =>
        value.kind === 'iterable'
          ? value.items === undefined
            ? value.element
            : value.items[binding.place]
          : undefined,
      );
    case 'entered':
      return (
        follow(infer.evaluate(binding.manager), (value) => entered(value, infer)) ??
        answer(binding.manager, infer)
      );
    case 'opaque':
      return undefined;
  }
}

function parameterValue(binding: Extract<Binding, { kind: 'parameter' }>, infer: Inference): Values {
  if (binding.many) {
    return undefined;
  }
  if (binding.annotation !== undefined) {
    return annotated(binding.annotation, infer);
  }
  const owner = infer.model(binding.definition).functions.get(binding.definition)?.owner;
  const name = child(binding.definition, 'name');
  if (!binding.first || owner === undefined || name === undefined) {
    return isHandled(binding, infer) ? objects('aiohttp.web.Request') : fromCallers(binding, infer);
  }
  const decorators = binding.definition.parent?.children.filter(({ type }) => type === 'decorator') ?? [];
  const kinds = decorators.map((decorator) => textOf(decorator).slice(1).trim());
  if (kinds.includes('staticmethod')) {
    return undefined;
  }
  return kinds.includes('classmethod') || textOf(name) === '__new__'
    ? [{ kind: 'class', info: owner }]
    : [{ kind: 'instance', info: owner, exact: false }];
}

/** True for the request that a route of aiohttp's server gives its handler. */
function isHandled(
  { first, definition }: Extract<Binding, { kind: 'parameter' }>,
  infer: Inference,
): boolean {
  return (
    first &&
    infer.model(definition).imported.has('aiohttp') &&
    decoratorsOf(definition).some((decorator) =>
      every(
        infer.evaluate(child(decorator, 'function') ?? decorator),
        (value) => value.kind === 'external' && value.path.startsWith('aiohttp.web.RouteTableDef.'),
      ),
    )
  );
}

/** What `async with session.get(…)` gives in a file that uses aiohttp, where nothing tells what `session` is. */
function answer(manager: SyntaxNode, infer: Inference): Values {
  const callee = manager.type === 'call' ? child(manager, 'function') : undefined;
  const object = callee && child(callee, 'object');
  const certain =
    callee !== undefined &&
    object !== undefined &&
    infer.evaluate(object) === undefined &&
    /(?:session|client|http)\.(?:get|post|put|patch|delete|head|options|request)$/i.test(textOf(callee)) &&
    /^async\b/.test(textOf(closest(manager, withStatements) ?? manager)) &&
    infer.model(manager).imported.has('aiohttp');
  return certain ? objects('aiohttp.ClientResponse') : undefined;
}

const withStatements = new Set(['with_statement']);

/** In a program that nobody imports, a parameter is what its function's calls pass. */
function fromCallers(binding: Extract<Binding, { kind: 'parameter' }>, infer: Inference): Values {
  if (!infer.model(binding.node).isScript) {
    return undefined;
  }
  const passed = passedTo(binding, infer);
  return passed === undefined || passed.length === 0
    ? undefined
    : union(passed.map((argument) => infer.evaluate(argument)));
}

function entered(value: Value, infer: Inference): Values {
  if (value.kind === 'object') {
    return [value];
  }
  if (value.kind === 'coroutine' && value.result !== undefined) {
    return infer.awaited(value);
  }
  const enter = (name: string): Values => attributeOf(value, name, infer);
  const method = enter('__aenter__') ?? enter('__enter__');
  return follow(method, (found) => (found.kind === 'function' ? infer.returned(found.info) : undefined));
}
