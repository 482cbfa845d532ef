import type { FileReader } from '../../source';
import { canonical } from '../library/paths';
import type { Parse } from '../syntax/parser';
import type { SyntaxTree } from '../syntax/node';
import { findModule } from './files';
import type { Inference } from './infer';
import { ModuleModel } from './model';
import { follow, type Values } from './values';

/** Other files one check follows imports into. */
const mostFiles = 24;
/** UTF-16 units of text whose syntax stays in memory between checks. */
const mostText = 6_000_000;

/** The files one check may look at, each parsed once. Built anew per check; `ModuleCache` keeps what was parsed. */
export class Project {
  private readonly models = new Map<SyntaxTree, ModuleModel>();

  constructor(
    readonly main: ModuleModel,
    private readonly files: FileReader,
    private readonly cache: ModuleCache,
  ) {
    this.models.set(main.tree, main);
  }

  modelOf(tree: SyntaxTree): ModuleModel {
    const model = this.models.get(tree);
    if (model === undefined) {
      throw new Error('The tree belongs to no file of this project.');
    }
    return model;
  }

  /** What an import binds: a module of the workspace, one of its names, or something of a library. */
  imported(module: string, member: string | undefined, from: ModuleModel, infer: Inference): Values {
    const found = this.module(module, from.path);
    if (found !== undefined) {
      return member === undefined ? [{ kind: 'module', model: found }] : this.member(found, member, infer);
    }
    if (module.startsWith('.')) {
      const submodule = member === undefined ? undefined : this.module(join(module, member), from.path);
      return submodule && [{ kind: 'module', model: submodule }];
    }
    return [{ kind: 'external', path: member === undefined ? module : canonical(`${module}.${member}`) }];
  }

  /** A name of a module, or a module inside a package. */
  member(model: ModuleModel, name: string, infer: Inference): Values {
    const bindings = model.moduleScope.bindings.get(name);
    if (bindings !== undefined && !model.attributes.has(name)) {
      return infer.bound(bindings);
    }
    const submodule = /(^|[\\/])__init__\.py$/.test(model.path)
      ? this.module(`.${name}`, model.path)
      : undefined;
    return submodule && [{ kind: 'module', model: submodule }];
  }

  /** Reading an attribute runs a property. */
  read(values: Values, infer: Inference): Values {
    return follow(values, (value) => {
      if (value.kind !== 'property') {
        return [value];
      }
      return value.info.isAsync
        ? [{ kind: 'coroutine', of: value.info, result: undefined }]
        : infer.returned(value.info);
    });
  }

  private module(name: string, from: string): ModuleModel | undefined {
    const path = findModule(name, from, this.files);
    if (path === undefined || this.models.size > mostFiles) {
      return undefined;
    }
    const model = path === this.main.path ? this.main : this.cache.get(path, this.files);
    if (model !== undefined) {
      this.models.set(model.tree, model);
    }
    return model;
  }
}

function join(module: string, member: string): string {
  return module.endsWith('.') ? `${module}${member}` : `${module}.${member}`;
}

/** Keeps the parsed files of the workspace between checks, as long as their text stays the same. */
export class ModuleCache {
  private readonly models = new Map<string, ModuleModel>();
  private size = 0;

  constructor(private readonly parse: Parse) {}

  get(path: string, files: FileReader): ModuleModel | undefined {
    const text = files.read(path);
    const known = this.models.get(path);
    if (text === undefined || known?.tree.text === text) {
      return text === undefined ? undefined : known;
    }
    const tree = this.parse(text);
    if (tree === undefined) {
      return undefined;
    }
    const model = new ModuleModel(path, tree);
    this.forget(path);
    this.models.set(path, model);
    this.size += text.length;
    for (const oldest of this.models.keys()) {
      if (this.size <= mostText || oldest === path) {
        break;
      }
      this.forget(oldest);
    }
    return model;
  }

  private forget(path: string): void {
    this.size -= this.models.get(path)?.tree.text.length ?? 0;
    this.models.delete(path);
  }
}
