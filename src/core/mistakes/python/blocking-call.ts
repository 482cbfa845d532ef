import * as l10n from '@vscode/l10n';
import type { RelatedPlace, RuleFinding } from '../finding';
import { libraryCallees, type Analysis } from './analysis';
import { sleepFix, threadFix } from './fixes/thread';
import { blockingOf, fileWorkOf } from './flow/blocking';
import { isBusyWait } from './flow/busy-wait';
import { asyncFunctionAround, isTestCode, isUncertain } from './flow/context';
import type { Route } from './flow/routes';
import { waitedFor } from './library/blocking';
import { flavourOf } from './library/flavour';
import type { Rule, RuleContext } from './rule';
import { calleeText, child, lineOf, type SyntaxNode } from './syntax/node';

/** Calls in async code that keep the event loop's thread waiting, directly or through a helper. */
export const blockingCall: Rule = (context) => [
  ...context.model.calls.flatMap((call) => {
    if (asyncFunctionAround(context.model, call) === undefined || isUncertain(call)) {
      return [];
    }
    const finding = direct(call, context) ?? throughHelper(call, context);
    return finding === undefined ? [] : [finding];
  }),
  ...busyWaits(context),
];

/** Loops that wait by watching a clock. */
function busyWaits({ infer, model }: RuleContext): readonly RuleFinding[] {
  return model.tree.nodes.flatMap((node) => {
    const condition = isBusyWait(node, infer) ? child(node, 'condition') : undefined;
    if (condition === undefined || asyncFunctionAround(model, node) === undefined || isUncertain(node)) {
      return [];
    }
    const sleep = `await ${flavourOf(model.imported)}.sleep(...)`;
    return [
      {
        start: node.start,
        end: condition.end,
        message: l10n.t(
          'This `while` loop blocks the event loop: it watches the clock all the time, and no other task can run until the time has come. Use `{0}`.',
          sleep,
        ),
        fixes: [],
      },
    ];
  });
}

/** The farther away a call is, the likelier is a branch that avoids it; and the disk is quick most of the time. */
const farthest = 3;
const farthestDisk = 2;

function direct(call: SyntaxNode, { infer, model }: Analysis): RuleFinding | undefined {
  const entry = blockingOf(call, infer) ?? fileWorkOf(call, infer);
  if (entry === undefined || (entry.waits === 'disk' && isTestCode(model, call))) {
    return undefined;
  }
  const sleeps = libraryCallees(call, infer).every((path) => path === 'time.sleep');
  const fix = sleeps ? sleepFix(call, infer) : entry.threadable ? threadFix(call, infer) : undefined;
  return {
    start: call.start,
    end: call.end,
    message: l10n.t(
      '`{0}(...)` blocks the event loop: while it waits for {1}, no other task can run. {2}.',
      calleeText(call),
      waitedFor[entry.waits],
      entry.instead(flavourOf(model.imported)),
    ),
    fixes: fix === undefined ? [] : [fix],
  };
}

function throughHelper(call: SyntaxNode, { infer, model, toBlocking }: RuleContext): RuleFinding | undefined {
  const route = call.parent?.type === 'await' ? undefined : toBlocking.from(call);
  const entry = route && blockingOf(route.end, infer);
  if (
    route === undefined ||
    entry === undefined ||
    (entry.waits === 'disk' && isTestCode(model, call)) ||
    route.through.length > (entry.waits === 'disk' ? farthestDisk : farthest)
  ) {
    return undefined;
  }
  const fix = entry.threadable ? threadFix(call, infer) : undefined;
  return {
    start: call.start,
    end: call.end,
    message: throughMessage(call, route, waitedFor[entry.waits]),
    fixes: fix === undefined ? [] : [fix],
    related: [
      relatedPlace(
        route.end,
        l10n.t('This waits for {0}.', waitedFor[entry.waits]),
        model.path,
        infer.model(route.end).path,
      ),
    ],
  };
}

function throughMessage(call: SyntaxNode, { through, end }: Route, waited: string): string {
  const [called, blocking, line] = [calleeText(call), calleeText(end), lineOf(end)];
  const last = through.length > 1 ? through.at(-1) : undefined;
  return last === undefined
    ? l10n.t(
        '`{0}(...)` blocks the event loop: it calls `{1}(...)` on line {2}, and while that waits for {3}, no other task can run.',
        called,
        blocking,
        line,
        waited,
      )
    : l10n.t(
        '`{0}(...)` blocks the event loop: it goes on to `{1}`, which calls `{2}(...)` on line {3}, and while that waits for {4}, no other task can run.',
        called,
        last.name,
        blocking,
        line,
        waited,
      );
}

/** A place in this file or another one. */
export function relatedPlace(node: SyntaxNode, message: string, here: string, path: string): RelatedPlace {
  const place = { start: node.start, end: node.end, message };
  return path === here ? place : { ...place, path };
}
