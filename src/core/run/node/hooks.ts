import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { declaredFormat, isTypeScript, typeScriptMeant, type OwnModules } from './modules';

/** Puts the recorder before every module that is loaded, by `import` or by `require`. Needs Node 22.15. */
export function hookModules(modules: OwnModules): void {
  registerHooks({
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
      const transformed = modules.transform(path, sourceText(loaded.source), loaded.format === 'module' ? 'module' : null);
      return transformed === null ? loaded : { ...loaded, source: transformed.code };
    },
  });
}

function sourceText(source: string | ArrayBuffer | NodeJS.TypedArray): string {
  if (typeof source === 'string') {
    return source;
  }
  return (
    ArrayBuffer.isView(source)
      ? Buffer.from(source.buffer, source.byteOffset, source.byteLength)
      : Buffer.from(source)
  ).toString();
}
