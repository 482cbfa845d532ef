import type { SyntaxNode } from '../syntax/node';
import { calleeOf } from '../semantics/calls';
import type { Inference } from '../semantics/infer';
import { attributeOf } from '../semantics/attributes';
import type { FunctionInfo, Value } from '../semantics/values';

/** How a call ends up at a call of interest: the functions on the way, and that call. */
export interface Route {
  readonly through: readonly FunctionInfo[];
  readonly end: SyntaxNode;
}

const furthest = 8;

/** Follows calls of plain functions to the first call of interest inside them. */
export class Routes {
  private readonly known = new Map<SyntaxNode, Route | undefined>();

  constructor(
    private readonly infer: Inference,
    private readonly isEnd: (call: SyntaxNode) => boolean,
    private readonly passes: (info: FunctionInfo) => boolean = () => true,
  ) {}

  /** The way from a call of the learner's own plain function to a call of interest, if every callee leads to one. */
  from(call: SyntaxNode, depth = 0): Route | undefined {
    const values = calleeOf(call, this.infer);
    if (values === undefined || values.length === 0) {
      return undefined;
    }
    const routes = values.map((value) => this.through(value, depth));
    return routes.includes(undefined) ? undefined : routes[0];
  }

  private through(value: Value, depth: number): Route | undefined {
    const info = this.entered(value);
    if (info === undefined || info.isAsync || info.isGenerator || depth > furthest || !this.passes(info)) {
      return undefined;
    }
    if (this.known.has(info.node)) {
      return this.known.get(info.node);
    }
    this.known.set(info.node, undefined);
    const route = this.inside(info, depth);
    this.known.set(info.node, route);
    return route;
  }

  private entered(value: Value): FunctionInfo | undefined {
    if (value.kind === 'function') {
      return value.info;
    }
    if (value.kind !== 'class') {
      return undefined;
    }
    const methods = attributeOf({ kind: 'instance', info: value.info, exact: true }, '__init__', this.infer);
    const [method] = methods?.length === 1 ? methods : [];
    return method?.kind === 'function' ? method.info : undefined;
  }

  private inside(info: FunctionInfo, depth: number): Route | undefined {
    const model = this.infer.model(info.node);
    const own = model.nodes.of(info.node).filter(({ type }) => type === 'call');
    const end = own.find((call) => this.isEnd(call));
    if (end !== undefined) {
      return { through: [info], end };
    }
    for (const call of own) {
      const further = this.from(call, depth + 1);
      if (further !== undefined) {
        return { through: [info, ...further.through], end: further.end };
      }
    }
    return undefined;
  }
}
