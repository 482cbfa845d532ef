import { child, contains, textOf, unwrap, type SyntaxNode } from '../syntax/node';
import { classes, coroutines, gives } from '../library/facts';
import { blocking } from '../library/blocking';
import { canonical } from '../library/paths';
import type { Inference } from './infer';
import { union, type ClassInfo, type Value, type Values } from './values';

/** What `value.name` may be. */
export function attributeOf(value: Value, name: string, infer: Inference): Values {
  switch (value.kind) {
    case 'external':
      return [{ kind: 'external', path: canonical(`${value.path}.${name}`) }];
    case 'object': {
      const path = `${value.path}.${name}`;
      const given = gives.get(path);
      return given !== undefined && isAttribute(path)
        ? [{ kind: 'object', path: given }]
        : [{ kind: 'external', path }];
    }
    case 'module':
      return infer.project.member(value.model, name, infer);
    case 'class':
      return memberOf(value.info, name, infer);
    case 'instance': {
      const heirs = value.exact ? [] : infer.subclasses(value.info);
      const own = memberOf(value.info, name, infer);
      const overridden = heirs
        .filter((heir) => defines(heir, name))
        .map((heir) => memberOf(heir, name, infer));
      return infer.project.read(union([own, ...overridden]), infer);
    }
    case 'super': {
      const bases = superclassesOf(value.info, infer);
      return infer.project.read(inherited(bases, name, infer), infer);
    }
    default:
      return undefined;
  }
}

/** The values of a class's bases in order; undefined for one that is not known. */
export function superclassesOf(info: ClassInfo, infer: Inference): readonly (Value | undefined)[] {
  const list = child(info.node, 'superclasses');
  return (list?.children ?? [])
    .filter(({ type }) => type !== 'keyword_argument')
    .map((base) => {
      const plain = unwrap(base.type === 'subscript' ? (child(base, 'value') ?? base) : base);
      const values = infer.evaluate(plain);
      return values?.length === 1 ? values[0] : undefined;
    });
}

/** True when the class itself binds the name, in its body or through `self`. */
export function defines(info: ClassInfo, name: string): boolean {
  return ownBindings(info, name).length > 0 || assignedBySelf(info, name).length > 0;
}

function memberOf(info: ClassInfo, name: string, infer: Inference, seen = 0): Values {
  if (seen > 10 || assignedFromOutside(info, name)) {
    return undefined;
  }
  if (!defines(info, name)) {
    return inherited(superclassesOf(info, infer), name, infer, seen);
  }
  const bindings = ownBindings(info, name);
  const declared = bindings.filter(
    (binding) =>
      binding.kind !== 'assignment' || binding.value !== undefined || binding.annotation !== undefined,
  );
  const annotations = declared.filter(
    (binding) => binding.kind === 'assignment' && binding.annotation !== undefined,
  );
  if (annotations.length > 0) {
    const values = infer.bound(annotations);
    if (values !== undefined) {
      return values;
    }
  }
  return union([
    infer.bound(bindings),
    ...assignedBySelf(info, name).map((target) => assignedValue(target, infer)),
  ]);
}

function inherited(bases: readonly (Value | undefined)[], name: string, infer: Inference, seen = 0): Values {
  for (const base of bases) {
    if (base?.kind === 'class') {
      const found = memberOf(base.info, name, infer, seen + 1);
      if (found === undefined || found.length > 0) {
        return found;
      }
    } else if (base?.kind === 'external' && classes.has(base.path)) {
      const path = `${classes.get(base.path) ?? base.path}.${name}`;
      return coroutines.has(path) || blocking.has(path) ? [{ kind: 'external', path }] : undefined;
    } else if (!(base?.kind === 'external' && baseless.has(base.path))) {
      return undefined;
    }
  }
  return bases.length === 0 || bases.every((base) => base !== undefined) ? [] : undefined;
}

const baseless = new Set([
  'builtins.object',
  'abc.ABC',
  'typing.Generic',
  'typing.Protocol',
  'builtins.Exception',
]);

function isAttribute(path: string): boolean {
  return /\.(stdin|stdout|stderr|parent)$/.test(path);
}

function ownBindings(info: ClassInfo, name: string) {
  const body = child(info.node, 'body');
  return body === undefined ? [] : (info.model.scopeOf(body).bindings.get(name) ?? []);
}

function assignedBySelf(info: ClassInfo, name: string): readonly SyntaxNode[] {
  return (info.model.attributes.get(name) ?? []).filter(
    (target) => contains(info.node, target) && isSelf(target, info),
  );
}

/** `thing.name = …` where `thing` is not `self` may replace what a class defines. */
function assignedFromOutside(info: ClassInfo, name: string): boolean {
  return (info.model.attributes.get(name) ?? []).some((target) => {
    const object = child(target, 'object');
    return object !== undefined && !['self', 'cls'].includes(textOf(object));
  });
}

function isSelf(target: SyntaxNode, info: ClassInfo): boolean {
  const object = child(target, 'object');
  if (object?.type !== 'identifier') {
    return false;
  }
  const found = info.model.scopeOf(object).bindingsOf(textOf(object));
  return (
    found?.every(
      (binding) =>
        binding.kind === 'parameter' &&
        binding.first &&
        info.model.functions.get(binding.definition)?.owner === info,
    ) === true
  );
}

function assignedValue(target: SyntaxNode, infer: Inference): Values {
  const statement = target.parent;
  if (statement?.type !== 'assignment') {
    return undefined;
  }
  const annotation = child(statement, 'type');
  const declared = annotation && infer.annotation(annotation);
  let value = child(statement, 'right');
  while (value?.type === 'assignment') {
    value = child(value, 'right');
  }
  return declared ?? (value && infer.evaluate(value));
}
