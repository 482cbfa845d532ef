import * as l10n from '@vscode/l10n';
import { mistakeIds, type MistakeId } from '../../mistakes/catalogue';
import { sharedKinds } from '../parse';
import type { Level, Mark, MarkKind, Shared, TraceFinding, TraceFindingKind } from '../trace';
import { fieldsOf, listOf, placeAt, textOf, timeOf, wholeOf, wholeOrNull, wordOf } from './values';

const it = l10n.t('The trace');

const markKinds: Readonly<Record<MarkKind, true>> = {
  output: true,
  'error-output': true,
  mark: true,
  cancel: true,
};
const findingKinds: Readonly<Record<TraceFindingKind, true>> = {
  'blocked-loop': true,
  deadlock: true,
  'never-awaited': true,
  'never-finished': true,
  'never-retrieved': true,
  'destroyed-pending': true,
  'undrained-queue': true,
  'one-after-another': true,
};

/** Marks of a kind that a later release knows are left out. */
export function readMarks(value: unknown): readonly Mark[] {
  const where = l10n.t('A mark of the trace');
  return listOf(value, it, 'marks').flatMap((mark): readonly Mark[] => {
    const fields = fieldsOf(mark, where);
    const { kind } = fields;
    return typeof kind === 'string' && Object.hasOwn(markKinds, kind)
      ? [
          {
            time: timeOf(fields, 'time', where),
            lane: wholeOrNull(fields, 'lane', where),
            kind: kind as MarkKind,
            text: textOf(fields, 'text', where),
            ...(fields['by'] === undefined ? {} : { by: wholeOf(fields, 'by', where) }),
          },
        ]
      : [];
  });
}

export function readShared(value: unknown): readonly Shared[] {
  return listOf(value, it, 'shared').map((shared) => {
    const where = l10n.t('A queue or lock of the trace');
    const fields = fieldsOf(shared, where);
    return {
      id: wholeOf(fields, 'id', where),
      kind: wordOf(fields, 'kind', sharedKinds, where),
      name: textOf(fields, 'name', where),
      limit: wholeOrNull(fields, 'limit', where, 0),
      ...placeAt(fields, where),
      levels: listOf(fields['levels'], where, 'levels').map((level): Level => {
        const each = fieldsOf(level, where);
        return {
          time: timeOf(each, 'time', where),
          value: wholeOf(each, 'value', where, 0),
          lane: wholeOrNull(each, 'lane', where),
        };
      }),
    };
  });
}

/** Findings of a kind that a later release knows are left out, and so are mistakes. */
export function readFindings(value: unknown): readonly TraceFinding[] {
  const where = l10n.t('A finding of the trace');
  return listOf(value, it, 'findings').flatMap((finding): readonly TraceFinding[] => {
    const fields = fieldsOf(finding, where);
    const { kind, mistake } = fields;
    return typeof kind === 'string' && Object.hasOwn(findingKinds, kind)
      ? [
          {
            kind: kind as TraceFindingKind,
            lane: wholeOrNull(fields, 'lane', where),
            ...placeAt(fields, where),
            milliseconds: timeOf(fields, 'milliseconds', where),
            message: textOf(fields, 'message', where),
            section: textOf(fields, 'section', where),
            mistake: isMistake(mistake) ? mistake : null,
          },
        ]
      : [];
  });
}

const isMistake = (value: unknown): value is MistakeId => mistakeIds.some((id) => id === value);
