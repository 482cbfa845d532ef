import { mistakeIds, type MistakeId } from '../catalogue';
import type { LanguageRules } from '../engine';
import type { RuleFinding } from '../finding';
import type { FileReader } from '../source';
import { analyse, type Analysis } from './analysis';
import { awaitOutsideAsync } from './await-outside-async';
import { blockingCall } from './blocking-call';
import { cpuBound } from './cpu-bound';
import { droppedTask } from './dropped-task';
import { blockingOf } from './flow/blocking';
import { asksForLoop } from './flow/context';
import { Routes } from './flow/routes';
import { Calculations } from './flow/work';
import { leakedTimeout } from './leaked-timeout';
import { missingAwait } from './missing-await';
import { needlessAsync } from './needless-async';
import { isRunner, nestedRunner } from './nested-runner';
import { repeatedRunner } from './repeated-runner';
import type { Rule, RuleContext } from './rule';
import { ModuleModel } from './semantics/model';
import { ModuleCache, Project } from './semantics/project';
import type { FunctionInfo } from './semantics/values';
import { sequentialAwaits } from './sequential-awaits';
import { swallowedCancellation } from './swallowed-cancellation';
import { parseEdited } from './syntax/edited';
import { contains } from './syntax/node';
import { loadPythonSyntax, type Grammar, type PythonSyntax } from './syntax/parser';
import { unfinishedQueueItem } from './unfinished-queue-item';

const rules: Readonly<Record<MistakeId, Rule>> = {
  'missing-await': missingAwait,
  'blocking-call': blockingCall,
  'nested-runner': nestedRunner,
  'needless-async': needlessAsync,
  'cpu-bound': cpuBound,
  'sequential-awaits': sequentialAwaits,
  'await-outside-async': awaitOutsideAsync,
  'repeated-runner': repeatedRunner,
  'dropped-task': droppedTask,
  'swallowed-cancellation': swallowedCancellation,
  'unfinished-queue-item': unfinishedQueueItem,
  'leaked-timeout': leakedTimeout,
};

/**
 * The rules for Python. Other files of the workspace are read through `files` to follow imports; a document that cannot
 * be parsed at all has no findings.
 */
export function pythonRules({ parse }: PythonSyntax, files: FileReader): LanguageRules {
  const cache = new ModuleCache(parse);
  const parseDocument = parseEdited(parse);
  return ({ path, text }) => {
    const tree = parseDocument(path, text);
    if (tree === undefined) {
      return {};
    }
    const model = new ModuleModel(path, tree);
    const context = contextOf(analyse(model, new Project(model, files, cache)));
    return Object.fromEntries(mistakeIds.map((id) => [id, context.found(id)]));
  };
}

function contextOf(analysis: Analysis): RuleContext {
  const { infer, model } = analysis;
  const plain = (info: FunctionInfo): boolean => !asksForLoop(info, infer);
  const toBlocking = new Routes(infer, (call) => blockingOf(call, infer) !== undefined, plain);
  const toRunner = new Routes(infer, (call) => isRunner(call, infer), plain);
  const calculations = new Calculations(infer);
  const staysRight = (info: FunctionInfo): boolean =>
    calculations.in(info.node).length === 0 &&
    !model.calls.some(
      (call) =>
        contains(info.node, call) &&
        (blockingOf(call, infer) ??
          toBlocking.from(call) ??
          toRunner.from(call) ??
          (isRunner(call, infer) || undefined)) !== undefined,
    );
  const known = new Map<MistakeId, readonly RuleFinding[]>();
  const context: RuleContext = {
    ...analysis,
    calculations,
    toBlocking,
    toRunner,
    staysRight,
    found(id) {
      const findings = known.get(id) ?? rules[id](context);
      known.set(id, findings);
      return findings;
    },
  };
  return context;
}

export { loadPythonSyntax };
export type { Grammar, PythonSyntax };
