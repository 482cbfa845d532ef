import type { Facts, LooseFacts } from '../findings';
import type { Lane, Span, TraceFinding } from '../trace';
import { atLine, code, listed } from '../words';
import { awaitsUnfinishedItems } from './unfinished-items';

interface Stuck {
  readonly lane: Lane;
  readonly span: Span;
}

/** Node ends with this code when the program's own `await` cannot be over any more. */
const UNSETTLED_AWAIT = 13;

/** When the deadlock was there: a recorder tells it, or Node's exit code does. Null when there was none. */
export function deadlockAt(trace: Facts, { deadlock }: LooseFacts): number | null {
  const isUnsettled = trace.language === 'typescript' && trace.exit.code === UNSETTLED_AWAIT;
  return deadlock ?? (isUnsettled ? trace.duration : null);
}

/** Every lane waits and nothing is scheduled: who waits, where and for what. */
export function findDeadlock(trace: Facts, loose: LooseFacts): readonly TraceFinding[] {
  const time = deadlockAt(trace, loose);
  if (time === null) {
    return [];
  }
  const stuck = trace.lanes.flatMap((lane): readonly Stuck[] => {
    const span = lane.spans.findLast(({ start, end }) => start <= time && end >= time);
    return span?.state === 'waiting' && lane.kind !== 'thread' ? [{ lane, span }] : [];
  });
  const [first] = stuck;
  if (first === undefined) {
    return [];
  }
  // A lane that waits for another one tells less than the one that it waits for.
  const innermost = stuck.find(({ span }) => span.lanes === undefined) ?? first;
  const who = stuck.map(({ lane, span }) => {
    const forWhat = span.on === null ? '' : ` for ${code(span.on)}`;
    return `${code(lane.name)} waits${forWhat}${atLine(span.line)}`;
  });
  const unfinished = stuck.some(({ lane }) => awaitsUnfinishedItems(trace, lane));
  return [
    {
      kind: 'deadlock',
      lane: innermost.lane.id,
      line: innermost.span.line,
      milliseconds: 0,
      message: `Every task waits and nothing is left that could wake one: ${listed(who)}.`,
      section: unfinished ? '4.4' : '2.2',
      mistake: unfinished ? 'unfinished-queue-item' : null,
    },
  ];
}
