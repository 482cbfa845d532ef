import { readFile } from 'node:fs/promises';
import { createChecker, type Checker } from '../core/mistakes/engine';
import type { FileReader } from '../core/mistakes/source';
import type { Assets } from './assets';
import { diskFiles } from './files';

/** A checker over the files of this machine; a language's parser is loaded when its first document comes. */
export function diskChecker(assets: Assets, files: FileReader = diskFiles): Checker {
  const load = async () => {
    const { loadPythonSyntax } = await import('../core/mistakes/python');
    const [runtimeWasm, languageWasm] = await Promise.all([
      readFile(assets.runtimeWasm),
      readFile(assets.pythonWasm),
    ]);
    return loadPythonSyntax({ runtimeWasm, languageWasm });
  };
  let loaded: ReturnType<typeof load> | undefined;
  const pythonSyntax = () => (loaded ??= load());
  return createChecker(
    {
      python: async () => {
        const { pythonRules } = await import('../core/mistakes/python');
        return pythonRules(await pythonSyntax(), files);
      },
      typescript: async () => {
        const { loadTypeScriptRules } = await import('../core/mistakes/typescript');
        return loadTypeScriptRules({ files, nodeTypes: assets.nodeTypes });
      },
    },
    {
      python: async () => {
        const { readPythonComments: comments } = await import('../core/mistakes/suppression/python');
        const { firstError } = await pythonSyntax();
        return { comments, firstError };
      },
      typescript: async () => {
        const { readTypeScriptComments: comments } = await import('../core/mistakes/suppression/typescript');
        const { firstTypeScriptError: firstError } = await import('../core/mistakes/syntax/typescript');
        return { comments, firstError };
      },
    },
  );
}
