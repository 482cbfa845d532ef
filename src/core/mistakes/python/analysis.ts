import type { SyntaxNode } from './syntax/node';
import type { ModuleModel } from './semantics/model';
import { Inference } from './semantics/infer';
import type { Project } from './semantics/project';

/** Everything a rule gets: the checked file and what can be worked out about its expressions. */
export interface Analysis {
  readonly model: ModuleModel;
  readonly infer: Inference;
}

/** Prepares one check. */
export function analyse(model: ModuleModel, project: Project): Analysis {
  return { model, infer: new Inference(project) };
}

/** The library names a call may call, when each possible callee is one. */
export function libraryCallees(call: SyntaxNode, infer: Inference): readonly string[] {
  return infer.libraryPaths(call);
}
