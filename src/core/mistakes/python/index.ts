import type { LanguageRules } from '../engine';
import type { FileReader } from '../source';
import { analyse, type Analysis } from './analysis';
import { blockingCall } from './blocking-call';
import { blockingOf } from './flow/blocking';
import { asksForLoop } from './flow/context';
import { Routes } from './flow/routes';
import { missingAwait } from './missing-await';
import { isRunner, nestedRunner } from './nested-runner';
import { ModuleModel } from './semantics/model';
import { ModuleCache, Project } from './semantics/project';
import type { FunctionInfo } from './semantics/values';
import { contains } from './syntax/node';
import { loadParser, type Grammar } from './syntax/parser';

/**
 * Loads the grammar and gives the rules for Python. Other files of the workspace are read through `files`
 * to follow imports; a document that cannot be parsed at all has no findings.
 */
export async function loadPythonRules(grammar: Grammar, files: FileReader): Promise<LanguageRules> {
  const parse = await loadParser(grammar);
  const cache = new ModuleCache(parse);
  return ({ path, text }) => {
    const tree = parse(text);
    if (tree === undefined) {
      return {};
    }
    const model = new ModuleModel(path, tree);
    return check(analyse(model, new Project(model, files, cache)));
  };
}

function check(analysis: Analysis): ReturnType<LanguageRules> {
  const { infer, model } = analysis;
  const plain = (info: FunctionInfo): boolean => !asksForLoop(info, infer);
  const toBlocking = new Routes(infer, (call) => blockingOf(call, infer) !== undefined, plain);
  const toRunner = new Routes(infer, (call) => isRunner(call, infer), plain);
  const staysRight = (info: FunctionInfo): boolean =>
    !model.calls.some(
      (call) =>
        contains(info.node, call) &&
        (blockingOf(call, infer) ??
          toBlocking.from(call) ??
          toRunner.from(call) ??
          (isRunner(call, infer) || undefined)) !== undefined,
    );
  return {
    'missing-await': missingAwait(analysis, staysRight),
    'blocking-call': blockingCall(analysis, toBlocking),
    'nested-runner': nestedRunner(analysis, toRunner),
  };
}

export type { Grammar };
