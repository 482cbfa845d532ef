import { ts } from '@ts-morph/common';
import type { FileReader, SourceDocument } from '../../source';
import { neighboursOf, upcomingFrom } from './companions';
import { hostFor, type Host } from './host';
import { unlessTooDeep } from '../../syntax/too-deep';
import { halfBoundFiles } from './half-bound';
import { allowsTopLevelAwait } from './modules';
import { settingsFor, type Settings } from './options';
import { compilerPath, isInstalled, parentDirectory } from './paths';
import { RecentFiles } from './recent-files';
import { Sources } from './sources';

/** A document, parsed and bound in a program with what it imports. */
export interface OpenedDocument {
  readonly sourceFile: ts.SourceFile;
  readonly program: ts.Program;
  readonly topLevelAwait: boolean;
}

/** Programs kept between checks; the one used longest ago goes first. */
const keptProjects = 3;
/** A project that has gathered more files than this starts afresh with the next new one, so memory stays bounded. */
const keptFiles = 1200;

interface Project {
  readonly key: string;
  readonly options: ts.CompilerOptions;
  readonly host: Host;
  readonly roots: Set<string>;
  readonly opened: Set<string>;
  program?: ts.Program;
  /** When the program was last known to be what is stored. */
  epoch: number;
}

/**
 * Opens documents in programs that live on between checks, so an edit costs no more than the edited file, and files of
 * one folder share the work.
 */
export class Workspace {
  readonly #files: RecentFiles;
  readonly #sources: Sources;
  readonly #nodeTypes: string;
  readonly #projects = new Map<string, Project>();
  #settings: { epoch: number; readonly byFolder: Map<string, Settings> } = { epoch: 0, byFolder: new Map() };

  constructor(files: FileReader, nodeTypes: string) {
    this.#files = new RecentFiles(files);
    this.#sources = new Sources(this.#files);
    this.#nodeTypes = nodeTypes;
  }

  /**
   * Parses `text` as the content of the document's path and binds it to the types around it; undefined when it is nested
   * too deeply for that. Other files that are count as missing.
   */
  open(document: SourceDocument, text: string): OpenedDocument | undefined {
    const path = compilerPath(document.path);
    for (;;) {
      const opened = unlessTooDeep(() => this.#tryOpen(path, text));
      if (opened !== undefined || !this.#leaveOutTooDeep(path)) {
        return opened;
      }
    }
  }

  #tryOpen(path: string, text: string): OpenedDocument | undefined {
    const before = this.#files.openPath;
    this.#files.open(path, text);
    const settings = this.#settingsOf(path);
    const project = this.#project(settings, path);
    const present = project.program;
    const program =
      present !== undefined && this.#isCurrent(project, present, path, before)
        ? present
        : this.#build(project, path);
    project.program = program;
    project.epoch = this.#files.epoch;
    const sourceFile = program.getSourceFile(path);
    program.getTypeChecker(); // binds
    return sourceFile && { sourceFile, program, topLevelAwait: allowsTopLevelAwait(sourceFile, settings) };
  }

  /** Gives up the program at whose binding the compiler ran out of stack; false if that is not what went wrong. */
  #leaveOutTooDeep(path: string): boolean {
    const project = this.#projects.get(this.#settingsOf(path).key);
    const tooDeep = halfBoundFiles(project?.program);
    tooDeep.forEach((file) => {
      this.#sources.leaveOut(file);
    });
    delete project?.program;
    return tooDeep.length > 0;
  }

  #settingsOf(path: string): Settings {
    if (this.#settings.epoch !== this.#files.epoch) {
      this.#settings = { epoch: this.#files.epoch, byFolder: new Map() };
    }
    const folder = parentDirectory(path) ?? '/';
    const known = this.#settings.byFolder.get(folder);
    const settings = known ?? settingsFor(path, this.#files, this.#nodeTypes);
    this.#settings.byFolder.set(folder, settings);
    return settings;
  }

  #project({ key, options }: Settings, path: string): Project {
    const known = this.#projects.get(key);
    const isSmall = (known?.program?.getSourceFiles().length ?? 0) <= keptFiles;
    const isKept = isSmall || known?.program?.getSourceFile(path) !== undefined;
    if (!isKept) {
      this.#sources.keepThoseOf([]);
    }
    const project: Project =
      known !== undefined && isKept
        ? known
        : {
            ...{ key, options, roots: new Set<string>(), opened: new Set<string>(), epoch: 0 },
            host: hostFor(this.#files, this.#sources, options),
          };
    this.#projects.delete(key);
    this.#projects.set(key, project);
    const [oldest] = this.#projects.keys();
    if (this.#projects.size > keptProjects && oldest !== undefined) {
      this.#projects.delete(oldest);
    }
    return project;
  }

  /** Whether a program holds the open document as it is, and the learner's other files as they are stored. */
  #isCurrent(
    { epoch, host }: Project,
    program: ts.Program,
    path: string,
    before: string | undefined,
  ): boolean {
    const isStored = (file: ts.SourceFile | undefined) => file === undefined || this.#sources.isCurrent(file);
    const open = program.getSourceFile(path);
    const isSame = open !== undefined && isStored(open);
    const wasPutBack = before === undefined || before === path || isStored(program.getSourceFile(before));
    if (epoch === this.#files.epoch) {
      return isSame && wasPutBack;
    }
    const begun = performance.now();
    const isFresh = program.getSourceFiles().every((file) => isInstalled(file.fileName) || isStored(file));
    this.#files.hasLooked(performance.now() - begun);
    return !host.forgetMissing(path) && isSame && isFresh;
  }

  #build(project: Project, path: string): ts.Program {
    const { roots, opened, options, host, program } = project;
    const isNew = program?.getSourceFile(path) === undefined;
    roots.add(path);
    opened.add(path);
    if (isNew) {
      const isOfProject = (file: string) => this.#settingsOf(file).key === project.key;
      const upcoming = upcomingFrom(path, this.#files, isOfProject);
      const more = upcoming ?? (opened.size > 1 ? neighboursOf(path, this.#files) : []);
      more.forEach((one) => roots.add(one));
    }
    const rootNames = [...roots].filter((root) => root === path || this.#files.isFile(root));
    const built = ts.createProgram({
      rootNames,
      options,
      host: host.compilerHost,
      ...(program === undefined ? {} : { oldProgram: program }),
    });
    const others = [...this.#projects.values()].filter((other) => other !== project);
    this.#sources.keepThoseOf([built, ...others.flatMap((other) => other.program ?? [])]);
    return built;
  }
}
