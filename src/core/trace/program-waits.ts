import type { Language } from '../language';
import { IMPORT } from './blocked';
import type { LaneRecord } from './lane-record';
import type { Lane, Span } from './trace';

/** What Node's recorder says a program waits for while nothing but its callbacks is left. */
const CALLBACKS = 'callbacks';

/** True where a program's own lane rests only because the loop has taken over: nobody wrote that wait. */
export function waitsForLoop(
  language: Language,
  { kind }: Pick<Lane, 'kind'>,
  { state, on }: Pick<Span, 'state' | 'on'>,
): boolean {
  return kind === 'program' && state === 'waiting' && (language === 'python' || on === CALLBACKS);
}

/** True when a program's own lane did something beyond importing and waiting for the loop. */
export function didSomething(program: LaneRecord, language: Language, spans: () => readonly Span[]): boolean {
  return (
    program.printed ||
    program.outcome === 'failed' ||
    program.firstNested !== null ||
    spans().some(
      (span) =>
        (span.state === 'blocked' && span.on !== IMPORT) ||
        (span.state === 'waiting' && !waitsForLoop(language, program, span)),
    )
  );
}
