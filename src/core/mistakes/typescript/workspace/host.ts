import { libFolderInMemoryPath, ts } from '@ts-morph/common';
import type { RecentFiles } from './recent-files';
import type { Sources } from './sources';

/** The compiler's view of a workspace, and which files import something that is not there. */
export interface Host {
  readonly compilerHost: ts.CompilerHost;
  /** Has the modules that a file imports and that were not found looked for again; false when there are none. */
  forgetMissing(path: string): boolean;
}

/** Lets the compiler read through a workspace's files; it never writes. */
export function hostFor(files: RecentFiles, sources: Sources, options: ts.CompilerOptions): Host {
  const newCache = () => ts.createModuleResolutionCache('/', (path) => path, options);
  let cache = newCache();
  const missing = new Set<string>();
  let stale: ReadonlySet<string> = new Set();
  const compilerHost: ts.CompilerHost = {
    getSourceFile: (path, versionOrOptions) =>
      sources.get(
        path,
        typeof versionOrOptions === 'object' ? versionOrOptions : { languageVersion: versionOrOptions },
      ),
    getDefaultLibFileName: (given) => `${libFolderInMemoryPath}/${ts.getDefaultLibFileName(given)}`,
    getDefaultLibLocation: () => libFolderInMemoryPath,
    getCurrentDirectory: () => '/',
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    fileExists: (path) => sources.exists(path),
    readFile: (path) => files.read(path),
    directoryExists: (path) => path === libFolderInMemoryPath || files.isDirectory(path),
    getDirectories: (path) =>
      files.list(path).filter((name) => files.isDirectory(`${path.replace(/\/$/, '')}/${name}`)),
    writeFile: () => undefined,
    jsDocParsingMode: ts.JSDocParsingMode.ParseForTypeInfo,
    getModuleResolutionCache: () => cache,
    hasInvalidatedResolutions: (path) => stale.has(path),
    resolveModuleNameLiterals: (literals, containing, redirected, given, sourceFile) =>
      literals.map((literal) => {
        const mode = ts.getModeForUsageLocation(sourceFile, literal, given);
        const resolved = ts.resolveModuleName(
          literal.text,
          containing,
          given,
          compilerHost,
          cache,
          redirected,
          mode,
        );
        if (resolved.resolvedModule === undefined && literal.text.startsWith('.')) {
          missing.add(sourceFile.fileName);
        }
        return resolved;
      }),
  };
  return {
    compilerHost,
    forgetMissing: (path) => {
      stale = new Set(missing.delete(path) ? [path] : []);
      if (stale.size > 0) {
        cache = newCache();
      }
      return stale.size > 0;
    },
  };
}
