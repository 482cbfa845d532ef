import type { TypeScriptMistakeId } from '../catalogue';
import type { Found, LanguageRules } from '../engine';
import type { RuleFinding } from '../finding';
import { shifted } from '../shift';
import { unlessTooDeep } from '../syntax/too-deep';
import { longestText, type FileReader, type SourceDocument } from '../source';
import { analyse, type Analysis } from './analysis';
import { awaitOutsideAsync } from './await-outside-async';
import { blockingCall } from './blocking-call';
import { cpuBound } from './cpu-bound';
import { leakedTimeout } from './leaked-timeout';
import { missingAwait } from './missing-await';
import { needlessAsync } from './needless-async';
import { nestedRunner } from './nested-runner';
import { sequentialAwaits } from './sequential-awaits';
import { swallowedCancellation } from './swallowed-cancellation';
import { isWhole } from './syntax-errors';
import { Workspace } from './workspace/workspace';

type Rule = (analysis: Analysis) => readonly RuleFinding[];

const rules: Readonly<Record<TypeScriptMistakeId, Rule>> = {
  'needless-async': needlessAsync,
  'sequential-awaits': sequentialAwaits,
  'missing-await': missingAwait,
  'cpu-bound': cpuBound,
  'blocking-call': blockingCall,
  'nested-runner': nestedRunner,
  'await-outside-async': awaitOutsideAsync,
  'swallowed-cancellation': swallowedCancellation,
  'leaked-timeout': leakedTimeout,
};

const nothing: Found = {};

export interface TypeScriptOptions {
  readonly files: FileReader;
  /** Absolute path of the directory that holds node_modules/@types/node. */
  readonly nodeTypes: string;
}

/** The rules for TypeScript and JavaScript. What they return never throws; one workspace lives as long as they do. */
export function loadTypeScriptRules({ files, nodeTypes }: TypeScriptOptions): Promise<LanguageRules> {
  const workspace = new Workspace(files, nodeTypes);
  return Promise.resolve((document) => check(workspace, document));
}

function check(workspace: Workspace, document: SourceDocument): Found {
  if (document.text.length > longestText || /\.d\.[cm]?ts$/.test(document.path)) {
    return nothing;
  }
  const mark = document.text.startsWith('\uFEFF') ? 1 : 0;
  const opened = workspace.open(document, document.text.slice(mark));
  const analysis = opened && unlessTooDeep(() => analyse(opened));
  if (analysis === undefined) {
    return nothing;
  }
  const run = (rule: Rule) =>
    (unlessTooDeep(() => rule(analysis)) ?? [])
      .filter(({ start }) => isWhole(analysis, start))
      .map((finding) => shifted(finding, mark)); // the parser never saw the byte order mark
  return Object.fromEntries(Object.entries(rules).map(([id, rule]) => [id, run(rule)]));
}
