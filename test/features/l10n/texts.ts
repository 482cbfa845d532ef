import { glossary } from '../../../src/core/course/glossary';
import { parts, sections } from '../../../src/core/course/outline';
import { eachIn, partIn, sectionIn } from '../../../src/core/course/translate';
import { catalogue } from '../../../src/core/mistakes/catalogue';
import { defaultLimits, problemOf } from '../../../src/core/run/limits';
import { chromeTrace } from '../../../src/core/trace/chrome';
import { compare } from '../../../src/core/trace/compare';
import { draw } from '../../../src/core/trace/draw';
import { readTrace } from '../../../src/core/trace/read';
import type { ExitReason, Trace } from '../../../src/core/trace/trace';
import { verdictOf } from '../../../src/core/trace/verdict';
import { strings } from '../../../src/timeline/strings';
import { blocking, gather, sequential } from '../../timeline/lecture-traces';

const reasons: Readonly<Record<ExitReason, true>> = {
  completed: true,
  failed: true,
  timeout: true,
  'output-limit': true,
  'memory-limit': true,
  killed: true,
};

/** What the core says of the lecture's runs, of how programs end, of broken traces, of mistakes and in the course. */
export function allSaid(): readonly string[] {
  return [
    ...[sequential(), gather(), blocking()].flatMap(ofTrace),
    ...compare(sequential(), gather()).sentences,
    ...compare(blocking(), gather()).sentences,
    ...Object.keys(reasons).flatMap((reason) => problemOf(reason as ExitReason, defaultLimits, 1) ?? []),
    ...['', '{', 'no', '[]', '{"traceEvents":[]}', '{"version":1}', '{"version":2,"lanes":[]}'].flatMap(
      ofText,
    ),
    ...Object.values(catalogue).flatMap(({ title, why, mend }) => [title, why, mend]),
    ...Object.values(strings),
    ...ofCourse(),
  ];
}

function ofTrace(trace: Trace): readonly string[] {
  const verdicts = Object.keys(reasons).map((reason) =>
    verdictOf({ ...trace, exit: { code: 1, reason: reason as ExitReason } }),
  );
  const slices = chromeTrace({ ...trace, marks: [] }).traceEvents.flatMap(({ ph, name }) =>
    ph === 'M' ? [] : name,
  );
  return [
    ...verdicts,
    ...trace.findings.map(({ message }) => message),
    ...draw(trace).split('\n'),
    ...slices,
  ];
}

function ofText(text: string): readonly string[] {
  const read = readTrace(text);
  return typeof read === 'string' ? [read] : [];
}

function ofCourse(): readonly string[] {
  const found: string[] = [];
  const note = (text: string) => {
    found.push(text);
    return text;
  };
  eachIn(sections, sectionIn, note);
  eachIn(parts, partIn, note);
  for (const { name, meaning } of Object.values(glossary)) {
    found.push(name, ...Object.values(meaning));
  }
  return found;
}
