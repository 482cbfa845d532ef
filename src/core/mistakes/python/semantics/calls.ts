import { argumentsOf, child, type SyntaxNode } from '../syntax/node';
import { classes, coroutines, enterable, gives, keepers } from '../library/facts';
import { classKeyword } from './annotations';
import { attributeOf, defines } from './attributes';
import type { Inference } from './infer';
import { classAround } from './model';
import { every, follow, objects, type FunctionInfo, type Value, type Values } from './values';

/** What may be called here. */
export function calleeOf(call: SyntaxNode, infer: Inference): Values {
  const callee = child(call, 'function');
  return callee && infer.evaluate(callee);
}

/** What a call gives. */
export function callResult(call: SyntaxNode, infer: Inference): Values {
  return follow(calleeOf(call, infer), (value) => {
    if (value.kind === 'external' && value.path === 'builtins.super' && argumentsOf(call).length === 0) {
      const info = classAround(infer.model(call), call);
      return info && [{ kind: 'super', info }];
    }
    if (value.kind === 'external' && folders.test(value.path)) {
      return [{ kind: 'iterable', element: objects('pathlib.Path') }];
    }
    if (value.kind === 'external' && copiers.has(value.path)) {
      const [first] = argumentsOf(call);
      return (
        first && follow(infer.evaluate(first), (given) => (given.kind === 'iterable' ? [given] : undefined))
      );
    }
    return resultOf(value, infer);
  });
}

const copiers = new Set(['builtins.list', 'builtins.tuple', 'builtins.reversed', 'builtins.sorted']);

/** What lists the paths in a folder. */
const folders = /^pathlib\.Path\.(?:glob|iterdir|rglob)$/;

/** What calling a value gives. */
export function resultOf(value: Value, infer: Inference): Values {
  switch (value.kind) {
    case 'function':
      return functionResult(value.info, infer);
    case 'class':
      if (classKeyword(value.info.node, 'metaclass') !== undefined && !abstract(value.info.node, infer)) {
        return undefined;
      }
      return defines(value.info, '__new__')
        ? undefined
        : [{ kind: 'instance', info: value.info, exact: true }];
    case 'instance':
      return follow(attributeOf(value, '__call__', infer), (method) =>
        method.kind === 'function' ? functionResult(method.info, infer) : undefined,
      );
    case 'external':
      return libraryResult(value.path);
    default:
      return undefined;
  }
}

function functionResult(info: FunctionInfo, infer: Inference): Values {
  if (!info.isAsync) {
    return infer.returned(info);
  }
  return info.isGenerator
    ? objects('types.AsyncGeneratorType')
    : [{ kind: 'coroutine', of: info, result: undefined }];
}

function libraryResult(path: string): Values {
  const result = coroutines.get(path);
  if (result !== undefined) {
    const known = result === '' ? undefined : result;
    return [{ kind: 'coroutine', of: undefined, result: known, enterable: enterable.has(path) }];
  }
  const given = gives.get(path) ?? classes.get(path);
  if (given !== undefined) {
    return objects(given);
  }
  return keepers.has(path) ? [{ kind: 'external', path }] : undefined;
}

function abstract(definition: SyntaxNode, infer: Inference): boolean {
  const metaclass = classKeyword(definition, 'metaclass');
  const value = metaclass && child(metaclass, 'value');
  const values = value && infer.evaluate(value);
  return every(values, (one) => one.kind === 'external' && one.path === 'abc.ABCMeta');
}
