import { Project, type ts } from 'ts-morph';
import type { FileReader, SourceDocument } from '../../source';
import { languageOf } from '../../../language';
import { readOnlyHost } from './host';
import { allowsTopLevelAwait } from './modules';
import { settingsFor } from './options';
import { forwardSlashes, isAbsolutePath } from './paths';

/** A document, parsed and bound in a program with what it imports. */
export interface OpenedDocument {
  readonly sourceFile: ts.SourceFile;
  readonly program: ts.Program;
  readonly topLevelAwait: boolean;
}

/** Programs kept between checks; the one used longest ago goes first. */
const keptProjects = 3;
/** A project that has gathered more files than this starts afresh, so memory stays bounded. */
const keptFiles = 800;

interface Kept {
  readonly project: Project;
  /** The program of the last check, whose files are what the project has loaded. */
  program?: ts.Program;
}

/** Opens documents in projects that live on between checks, so an edit costs no more than the edited file. */
export class Workspace {
  readonly #files: FileReader;
  readonly #nodeTypes: string;
  #open: { readonly path: string; readonly text: string } | undefined;
  readonly #projects = new Map<string, Kept>();

  constructor(files: FileReader, nodeTypes: string) {
    this.#files = {
      read: (path) => (path === this.#open?.path ? this.#open.text : files.read(path)),
      isFile: (path) => path === this.#open?.path || files.isFile(path),
      isDirectory: (path) => files.isDirectory(path),
      list: (path) => files.list(path),
    };
    this.#nodeTypes = nodeTypes;
  }

  /** Parses `text` as the content of the document's path and binds it to the types around it. */
  open(document: SourceDocument, text: string): OpenedDocument {
    const path = compilerPath(document.path);
    const before = this.#open?.path;
    this.#open = { path, text };
    const { key, options } = settingsFor(path, this.#files, this.#nodeTypes);
    const kept = this.#project(key, options);
    const { project } = kept;
    if (before !== undefined && before !== path) {
      project.getSourceFile(before)?.forget();
    }
    this.#refresh(kept, path);
    const file = project.createSourceFile(path, text, { overwrite: true });
    const program = project.getProgram().compilerObject;
    kept.program = program;
    const sourceFile = program.getSourceFile(file.getFilePath()) ?? file.compilerNode;
    return { sourceFile, program, topLevelAwait: allowsTopLevelAwait(sourceFile, options, this.#files) };
  }

  #project(key: string, compilerOptions: ts.CompilerOptions): Kept {
    const known = this.#projects.get(key);
    const isSmall = (known?.program?.getSourceFiles().length ?? 0) <= keptFiles;
    const kept: Kept =
      known !== undefined && isSmall
        ? known
        : {
            project: new Project({
              fileSystem: readOnlyHost(this.#files),
              compilerOptions,
              skipAddingFilesFromTsConfig: true,
              skipFileDependencyResolution: true,
            }),
          };
    this.#projects.delete(key);
    this.#projects.set(key, kept);
    const [oldest] = this.#projects.keys();
    if (this.#projects.size > keptProjects && oldest !== undefined) {
      this.#projects.delete(oldest);
    }
    return kept;
  }

  /** Takes over what changed on disk in the learner's own files since the last check. */
  #refresh({ project, program }: Kept, open: string): void {
    for (const { fileName, text: known } of program?.getSourceFiles() ?? []) {
      if (fileName === open || fileName.includes('/node_modules/')) {
        continue;
      }
      const text = this.#files.read(fileName)?.replace(/^\uFEFF/, '');
      if (text === undefined) {
        project.getSourceFile(fileName)?.forget();
      } else if (text !== known) {
        project.getSourceFile(fileName)?.replaceWithText(text);
      }
    }
  }
}

/** An absolute path the compiler accepts; unsaved text gets one outside every folder. */
function compilerPath(path: string): string {
  const slashed = forwardSlashes(path);
  const named = languageOf(slashed) === 'typescript' ? slashed : `${slashed}.ts`;
  return isAbsolutePath(named) ? named : `/unsaved/${named.replaceAll(/[^\w.-]/g, '-')}`;
}
