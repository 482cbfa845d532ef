import { readFile } from 'node:fs/promises';
import { createChecker, type Checker } from '../core/mistakes/engine';
import type { Assets } from './assets';
import { diskFiles } from './files';

/** A checker over the files of this machine; a language's parser is loaded when its first document comes. */
export function diskChecker(assets: Assets): Checker {
  return createChecker(
    {
      python: async () => {
        const [{ loadPythonRules }, runtimeWasm, languageWasm] = await Promise.all([
          import('../core/mistakes/python'),
          readFile(assets.runtimeWasm),
          readFile(assets.pythonWasm),
        ]);
        return loadPythonRules({ runtimeWasm, languageWasm }, diskFiles);
      },
      typescript: async () => {
        const { loadTypeScriptRules } = await import('../core/mistakes/typescript');
        return loadTypeScriptRules({ files: diskFiles, nodeTypes: assets.nodeTypes });
      },
    },
    {
      python: async () => (await import('../core/mistakes/suppression/python')).readPythonComments,
      typescript: async () =>
        (await import('../core/mistakes/suppression/typescript')).readTypeScriptComments,
    },
  );
}
