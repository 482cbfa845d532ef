import * as l10n from '@vscode/l10n';
import type { Inference } from '../semantics/infer';
import { calleeOf } from '../semantics/calls';
import type { FunctionInfo } from '../semantics/values';
import { child, contains, keyword, positional, textOf, type SyntaxNode } from '../syntax/node';
import { numberOf, type Passed } from './numbers';
import { shown, workAt } from './rounds';

/** A stretch of code that calculates for long without letting anybody else run. */
export interface Work {
  readonly node: SyntaxNode;
  /** What it is, to follow "because of". */
  readonly what: string;
  /** The functions on the way to it. */
  readonly through: readonly FunctionInfo[];
}

const deepest = 3;

/** Finds long calculations, in functions and in the helpers they call. */
export class Calculations {
  private readonly helpers = new Map<SyntaxNode, readonly Work[]>();

  constructor(private readonly infer: Inference) {}

  /** The long calculations that a run of a function makes, the outermost of nested ones. */
  in(code: SyntaxNode, passed?: Passed, depth = 0): readonly Work[] {
    const found: Work[] = [];
    const own = this.infer.model(code).nodes.of(code);
    for (const node of own) {
      const last = found.at(-1);
      if (last !== undefined && contains(last.node, node)) {
        continue;
      }
      const what = workAt(node, own, this.infer, passed);
      if (what !== undefined) {
        found.push({ node, what, through: [] });
      } else if (node.type === 'call' && depth < deepest) {
        found.push(...this.helper(node, passed, depth));
      }
    }
    return found;
  }

  /** What a plain function of the learner's own works on when it is called like this. */
  private helper(call: SyntaxNode, passed: Passed | undefined, depth: number): readonly Work[] {
    const values = calleeOf(call, this.infer) ?? [];
    const [value] = values;
    if (values.length !== 1 || value?.kind !== 'function' || value.info.isAsync || value.info.isGenerator) {
      return [];
    }
    const { info } = value;
    const given = numbersIn(passedIn(call, info), this.infer, passed);
    const deep = recursion(info, given, this.infer);
    if (deep !== undefined) {
      return [{ node: call, what: deep, through: [info] }];
    }
    const known = given.size === 0 ? this.helpers.get(info.node) : undefined;
    const inside = known ?? this.in(info.node, given, depth + 1);
    if (given.size === 0 && depth === 0) {
      this.helpers.set(info.node, inside);
    }
    const [work] = inside;
    return work === undefined ? [] : [{ ...work, node: call, through: [info, ...work.through] }];
  }
}

/** The parameters that certainly get a number. */
function numbersIn(
  given: ReadonlyMap<string, SyntaxNode>,
  infer: Inference,
  passed: Passed | undefined,
): Passed {
  return new Map(
    [...given].flatMap(([name, node]): readonly [string, number][] => {
      const value = numberOf(node, infer, passed);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** What a call passes for each plain parameter, or its default. */
function passedIn(call: SyntaxNode, info: FunctionInfo): ReadonlyMap<string, SyntaxNode> {
  const parameters = child(info.node, 'parameters')?.children ?? [];
  const own = info.owner === undefined ? parameters : parameters.slice(1);
  const positionals = positional(call);
  return new Map(
    own.flatMap((parameter, place): readonly [string, SyntaxNode][] => {
      const name =
        child(parameter, 'name') ?? (parameter.type === 'identifier' ? parameter : parameter.children[0]);
      if (name?.type !== 'identifier') {
        return [];
      }
      const given = positionals[place] ?? keyword(call, textOf(name)) ?? child(parameter, 'value');
      return given === undefined ? [] : [[textOf(name), given]];
    }),
  );
}

const deepRecursion = 30;

/** A function that calls itself twice with a smaller number, as the textbook's `fib` does. */
function recursion(info: FunctionInfo, given: Passed, infer: Inference): string | undefined {
  const [first] = given;
  if (first === undefined || first[1] < deepRecursion) {
    return undefined;
  }
  const [name, steps] = first;
  const self = infer
    .model(info.node)
    .nodes.of(info.node)
    .filter(
      (node) => node.type === 'call' && textOf(node.children[0] ?? node).replace(/^self\./, '') === info.name,
    );
  const memory = /\b(?:cache|lru_cache|memo\w*)\b/.test(textOf(info.node.parent ?? info.node));
  const smaller = new RegExp(`^${name}\\s*-\\s*[12]$`);
  const doubled =
    self.length === 2 &&
    self.every((call) => smaller.test(textOf(positional(call)[0] ?? call))) &&
    self[0] !== undefined &&
    self[1]?.parent === self[0].parent;
  return doubled && !memory
    ? l10n.t('a recursion whose calls double with each of {0} steps', shown(steps))
    : undefined;
}
