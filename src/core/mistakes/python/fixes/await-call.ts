import * as l10n from '@vscode/l10n';
import type { Fix } from '../../finding';
import type { Analysis } from '../analysis';
import { mayAwait } from '../flow/context';
import { callWith } from '../flow/takers';
import type { RuleContext } from '../rule';
import { every } from '../semantics/values';
import { calleeText, type SyntaxNode } from '../syntax/node';
import { asyncify, mayAwaitOnceAsync, runAt } from './asyncify';
import { awaitEdits, joined } from './edits';

/** Awaits a call where that is possible; `plain` when it is the one right answer. */
export function awaitFixes(
  call: SyntaxNode,
  plain: boolean,
  { infer, model, staysRight }: RuleContext,
): readonly Fix[] {
  if (mayAwait(model, call)) {
    return [
      {
        title: l10n.t('Await `{0}(...)`', calleeText(call)),
        preferred: plain,
        edits: awaitEdits(call),
      },
    ];
  }
  const generator = call.parent?.type === 'generator_expression' ? call.parent : undefined;
  if (generator !== undefined && callWith(generator) !== undefined && mayAwait(model, generator)) {
    return [inList(call, generator)];
  }
  const around = model.functionAround(call);
  if (around === undefined) {
    const edits = runAt(call, infer);
    return edits === undefined
      ? []
      : [
          {
            title: l10n.t('Run it with `asyncio.run(...)`'),
            preferred: plain && isAlone(call, { infer, model }),
            edits: joined(edits),
          },
        ];
  }
  const conversion = mayAwaitOnceAsync(call, around, infer) ? asyncify(around, infer, staysRight) : undefined;
  return conversion === undefined
    ? []
    : [
        {
          title: l10n.t('Make `{0}` async and await `{1}(...)`', around.name, calleeText(call)),
          preferred: plain && conversion.certain,
          edits: joined([...conversion.edits, ...awaitEdits(call)]),
        },
      ];
}

/** A generator that awaits is an asynchronous one, which plain functions cannot read: a list is awaited first. */
function inList(call: SyntaxNode, generator: SyntaxNode): Fix {
  const bare = generator.field === 'arguments' ? 1 : 0;
  return {
    title: l10n.t('Await `{0}(...)` for each item', calleeText(call)),
    preferred: true,
    edits: joined([
      { start: generator.start + bare, end: generator.start + 1, newText: '[' },
      ...awaitEdits(call),
      { start: generator.end - 1, end: generator.end - bare, newText: ']' },
    ]),
  };
}

/** True for the one coroutine that is made at the top of a file: each other one would need a runner too. */
function isAlone(call: SyntaxNode, { infer, model }: Analysis): boolean {
  return model.calls.every(
    (other) =>
      other === call ||
      model.functionAround(other) !== undefined ||
      !every(infer.evaluate(other), ({ kind }) => kind === 'coroutine'),
  );
}
