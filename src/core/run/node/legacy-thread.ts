import { readFileSync } from 'node:fs';
import type { LoadHook, ResolveHook } from 'node:module';
import type { MessagePort } from 'node:worker_threads';
import { FIRST_THREAD_SITE, type Site } from './instrument/site';
import { declaredFormat, isTypeScript, OwnModules, sourceText, typeScriptMeant } from './modules';

/** What the hooks thread tells the recorder of a module: its path, the number of its first site, and the sites. */
export type AddedSites = readonly [string, number, readonly Site[]];

/** What the recorder hands to its hooks thread. */
export interface ThreadData {
  readonly port: MessagePort;
  readonly roots: readonly string[];
}

let modules: OwnModules | null = null;

export function initialize({ port, roots }: ThreadData): void {
  let next = FIRST_THREAD_SITE;
  modules = new OwnModules(
    roots,
    (...[path, first, sites]) => {
      port.postMessage([path, first, sites] satisfies AddedSites);
      next += sites.length;
    },
    () => next,
  );
}

export const resolve: ResolveHook = async (specifier, context, nextResolve) => {
  try {
    return await nextResolve(specifier, context);
  } catch (error) {
    const meant = typeScriptMeant(specifier, context.parentURL);
    if (meant === null) {
      throw error;
    }
    return { url: meant, shortCircuit: true };
  }
};

export const load: LoadHook = async (url, context, nextLoad) => {
  const path = modules?.pathOf(url) ?? null;
  if (modules === null || path === null) {
    return nextLoad(url, context);
  }
  if (isTypeScript(path)) {
    const source = readFileSync(path, 'utf8');
    const transformed = modules.transform(path, source, declaredFormat(path));
    const format = transformed?.format ?? 'module';
    return { format, source: transformed?.code ?? source, shortCircuit: true };
  }
  const loaded = await nextLoad(url, context);
  if (loaded.format !== 'module' || loaded.source == null) {
    return loaded;
  }
  const transformed = modules.transform(path, sourceText(loaded.source), 'module');
  return transformed === null ? loaded : { ...loaded, source: transformed.code };
};
