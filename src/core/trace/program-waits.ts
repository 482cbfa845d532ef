import type { Language } from '../language';
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
