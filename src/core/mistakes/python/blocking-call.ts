import type { RelatedPlace, RuleFinding } from '../finding';
import { libraryCallees, type Analysis } from './analysis';
import { sleepFix, threadFix } from './fixes/thread';
import { blockingOf } from './flow/blocking';
import { asyncFunctionAround, isUncertain } from './flow/context';
import type { Route } from './flow/routes';
import { flavourOf } from './library/flavour';
import type { Rule, RuleContext } from './rule';
import { calleeText, lineOf, type SyntaxNode } from './syntax/node';

/** Calls in async code that keep the event loop's thread waiting, directly or through a helper. */
export const blockingCall: Rule = (context) =>
  context.model.calls.flatMap((call) => {
    if (asyncFunctionAround(context.model, call) === undefined || isUncertain(call)) {
      return [];
    }
    const finding = direct(call, context) ?? throughHelper(call, context);
    return finding === undefined ? [] : [finding];
  });

/** The disk is quick most of the time: a helper far from it is no reason to stop a learner. */
const farthestDisk = 2;

function direct(call: SyntaxNode, { infer, model }: Analysis): RuleFinding | undefined {
  const entry = blockingOf(call, infer);
  if (entry === undefined) {
    return undefined;
  }
  const sleeps = libraryCallees(call, infer).every((path) => path === 'time.sleep');
  const fix = sleeps ? sleepFix(call, infer) : entry.threadable ? threadFix(call, infer) : undefined;
  return {
    start: call.start,
    end: call.end,
    message: `\`${calleeText(call)}(...)\` blocks the event loop: while it waits for ${entry.waits}, no other task can run. ${entry.instead(flavourOf(model.imported))}.`,
    fixes: fix === undefined ? [] : [fix],
  };
}

function throughHelper(call: SyntaxNode, { infer, model, toBlocking }: RuleContext): RuleFinding | undefined {
  const route = call.parent?.type === 'await' ? undefined : toBlocking.from(call);
  const entry = route && blockingOf(route.end, infer);
  if (
    route === undefined ||
    entry === undefined ||
    (entry.waits === 'the disk' && route.through.length > farthestDisk)
  ) {
    return undefined;
  }
  const end = `\`${calleeText(route.end)}(...)\` on line ${lineOf(route.end)}`;
  const fix = entry.threadable ? threadFix(call, infer) : undefined;
  return {
    start: call.start,
    end: call.end,
    message: `\`${calleeText(call)}(...)\` blocks the event loop: ${way(route)} calls ${end}, and while that waits for ${entry.waits}, no other task can run.`,
    fixes: fix === undefined ? [] : [fix],
    related: [
      relatedPlace(route.end, `This waits for ${entry.waits}.`, model.path, infer.model(route.end).path),
    ],
  };
}

function way(route: Route): string {
  return route.through.length > 1 ? `it goes on to \`${route.through.at(-1)?.name ?? ''}\`, which` : 'it';
}

/** A place in this file or another one. */
export function relatedPlace(node: SyntaxNode, message: string, here: string, path: string): RelatedPlace {
  const place = { start: node.start, end: node.end, message };
  return path === here ? place : { ...place, path };
}
