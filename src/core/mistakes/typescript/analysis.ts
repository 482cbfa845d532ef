import { ts } from '@ts-morph/common';
import type { OpenedDocument } from './workspace/workspace';

/** One document under analysis: what every rule asks of it. */
export interface Analysis {
  readonly sourceFile: ts.SourceFile;
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  /** Whether `await` may stand at the file's top level. */
  readonly topLevelAwait: boolean;
  readonly javascript: boolean;
  /** Every node of the file, parents before children, in the order of the text. */
  readonly nodes: readonly ts.Node[];
  readonly identifiers: ReadonlyMap<string, readonly ts.Identifier[]>;
  /** Every `#name` of the file, its declaration included. */
  readonly privateNames: readonly ts.PrivateIdentifier[];
}

/** Gathers what the rules share. */
export function analyse({ sourceFile, program, topLevelAwait }: OpenedDocument): Analysis {
  const nodes: ts.Node[] = [];
  const identifiers = new Map<string, ts.Identifier[]>();
  const privateNames: ts.PrivateIdentifier[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    if (ts.isPrivateIdentifier(node)) {
      privateNames.push(node);
    }
    if (ts.isIdentifier(node)) {
      const same = identifiers.get(node.text);
      if (same === undefined) {
        identifiers.set(node.text, [node]);
      } else {
        same.push(node);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(sourceFile);
  return {
    sourceFile,
    program,
    checker: program.getTypeChecker(),
    topLevelAwait,
    javascript: /\.[cm]?jsx?$/.test(sourceFile.fileName),
    nodes,
    identifiers,
    privateNames,
  };
}
