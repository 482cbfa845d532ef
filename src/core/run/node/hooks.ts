import { readFileSync } from 'node:fs';
import module from 'node:module';
import { declaredFormat, isTypeScript, sourceText, typeScriptMeant, type OwnModules } from './modules';

/** Puts the recorder before every module that is loaded, by `import` or by `require`. Needs Node 22.15. */
export function hookModules(modules: OwnModules, program: string): void {
  if (isTypeScript(program)) {
    resolveTypeScript();
  }
  module.registerHooks({
    load(url, context, nextLoad) {
      const path = modules.pathOf(url);
      if (path !== null && isTypeScript(path)) {
        const source = readFileSync(path, 'utf8');
        const transformed = modules.transform(path, source, declaredFormat(path));
        if (transformed !== null) {
          return { format: transformed.format, source: transformed.code, shortCircuit: true };
        }
      }
      const loaded = nextLoad(url, context);
      const isCode = loaded.format === 'module' || loaded.format === 'commonjs' || loaded.format == null;
      if (path === null || !isCode || loaded.source == null) {
        return loaded;
      }
      const transformed = modules.transform(
        path,
        sourceText(loaded.source),
        loaded.format === 'module' ? 'module' : null,
      );
      return transformed === null ? loaded : { ...loaded, source: transformed.code };
    },
  });
}

/** Only a TypeScript program may mean `./x.ts` by `./x` or `./x.js`; no other sees a frame of ours in an error. */
function resolveTypeScript(): void {
  module.registerHooks({
    resolve(specifier, context, nextResolve) {
      try {
        return nextResolve(specifier, context);
      } catch (error) {
        const meant = typeScriptMeant(specifier, context.parentURL);
        if (meant === null) {
          throw error;
        }
        return { url: meant, shortCircuit: true };
      }
    },
  });
}
