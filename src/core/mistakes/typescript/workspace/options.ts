import { ts } from '@ts-morph/common';
import type { FileReader } from '../../source';
import { directoriesAbove, forwardSlashes, join, parentDirectory } from './paths';

/** How the documents of a folder are compiled: `key` is equal where they can share one program. */
export interface Settings {
  readonly key: string;
  readonly options: ts.CompilerOptions;
  /** The `type` of the nearest package.json; undefined when it says nothing. */
  readonly packageType: unknown;
}

const defaults: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  jsx: ts.JsxEmit.Preserve,
};

/**
 * What the analysis needs whatever a project says: with the two strict flags a type says whether a promise is surely
 * there, files keep their names to themselves although they share a program, and nothing is ever written.
 */
const required: ts.CompilerOptions = {
  strictNullChecks: true,
  noUncheckedIndexedAccess: true,
  allowJs: true,
  checkJs: false,
  allowImportingTsExtensions: true,
  maxNodeModuleJsDepth: 0,
  skipLibCheck: true,
  moduleDetection: ts.ModuleDetectionKind.Force,
  libReplacement: false,
  noLib: false,
  noEmit: true,
  composite: false,
  incremental: false,
  declaration: false,
};

/** The compiler's options for the document at `path`: those of the nearest tsconfig.json or jsconfig.json, if any. */
export function settingsFor(path: string, files: FileReader, nodeTypes: string): Settings {
  const directories = directoriesAbove(path);
  const config = directories
    .flatMap((directory) => [join(directory, 'tsconfig.json'), join(directory, 'jsconfig.json')])
    .find((candidate) => files.isFile(candidate));
  const own = config === undefined ? defaults : { ...fallback(), ...optionsOf(config, files) };
  const typeRoots = [
    ...(own.typeRoots ?? directories.map((directory) => join(directory, 'node_modules/@types'))),
    join(forwardSlashes(nodeTypes), 'node_modules/@types'),
  ].filter((directory) => files.isDirectory(directory));
  const types = [...new Set([...(own.types ?? []).filter((name) => name !== '*'), 'node'])];
  const options = { ...own, ...required, types, typeRoots };
  const key = JSON.stringify([config, options]);
  return { key, options, packageType: packageTypeIn(directories, files) };
}

function packageTypeIn(directories: readonly string[], files: FileReader): unknown {
  const path = directories
    .map((directory) => join(directory, 'package.json'))
    .find((candidate) => files.isFile(candidate));
  const text = path === undefined ? undefined : files.read(path);
  try {
    return text === undefined ? undefined : (JSON.parse(text) as { type?: unknown } | null)?.type;
  } catch {
    return undefined;
  }
}

/** A project without a target or module gets the same as a loose file, but may say so itself. */
function fallback(): ts.CompilerOptions {
  return { target: ts.ScriptTarget.ESNext, jsx: ts.JsxEmit.Preserve };
}

function optionsOf(config: string, files: FileReader): ts.CompilerOptions {
  const read = (path: string) => files.read(path);
  const { config: json } = ts.readConfigFile(config, read) as { config?: unknown };
  const host: ts.ParseConfigHost = {
    useCaseSensitiveFileNames: true,
    readDirectory: () => [],
    fileExists: (path) => files.isFile(path),
    readFile: read,
  };
  const { options } = ts.parseJsonConfigFileContent(json ?? {}, host, parentDirectory(config) ?? '/');
  return options;
}
