import * as l10n from '@vscode/l10n';
import type { Language } from '../../language';
import type { MistakeId } from '../../mistakes/catalogue';
import type { Facts, LooseFacts } from '../findings';
import type { TraceFinding } from '../trace';
import { placeOf } from '../places';
import { code } from '../words';

const mistakes: Readonly<Record<Language, MistakeId>> = {
  python: 'dropped-task',
  typescript: 'missing-await',
};

/** Lanes that failed, and nobody asked for their result: the exception reached no one. */
export function findNeverRetrieved(trace: Facts, { unretrieved }: LooseFacts): readonly TraceFinding[] {
  return trace.lanes
    .filter(({ id }) => unretrieved.has(id))
    .map(({ id, name, spans, error, ...lane }) => ({
      kind: 'never-retrieved',
      lane: id,
      ...placeOf(spans.at(-1), lane),
      milliseconds: 0,
      message:
        error === undefined
          ? l10n.t('{0} failed, and nobody awaited it to see the exception.', code(name))
          : l10n.t('{0} failed with {1}, and nobody awaited it to see that.', code(name), code(error)),
      section: '3.5',
      mistake: mistakes[trace.language],
    }));
}
