import { statSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { withCompiler } from './cached-compiler';
import { keep, privateFolder, readOrNull } from './private-folder';
import type { Transformed, TransformRequest } from './transform';

type Transform = (request: TransformRequest) => Transformed | null;

/** So many modules are kept, each in the place that its path gives. */
const PLACES = 256;
const LONGEST_KEPT = 65_536;

let transform: Transform | null = null;

/** What `transform` makes of a module, kept from run to run: a program that has not changed needs no compiler. */
export function cachedTransform(request: TransformRequest): Transformed | null {
  if (privateFolder === null || request.source.length > LONGEST_KEPT) {
    return transformed(request);
  }
  const { mtimeMs, size } = statSync(require.resolve('./transform'));
  const of = { ...request, node: process.version, recorder: [mtimeMs, size] };
  const path = join(privateFolder, `module-${placeOf(request.path)}`);
  const kept = keptAt(path);
  if (isDeepStrictEqual(kept?.of, of)) {
    return kept?.made ?? null;
  }
  const made = transformed(request);
  keep(path, JSON.stringify({ of, made }));
  return made;
}

function keptAt(path: string): { readonly of: unknown; readonly made: Transformed | null } | null {
  try {
    return JSON.parse(readOrNull(path)?.toString() ?? 'null') as ReturnType<typeof keptAt>;
  } catch {
    return null;
  }
}

function transformed(request: TransformRequest): Transformed | null {
  transform ??= withCompiler(loadTransform);
  return transform(request);
}

/** Needs the compiler, which most runs do not. The program does not find it among the modules that are loaded. */
function loadTransform(): Transform {
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- see above
    return (require('./transform') as { readonly transform: Transform }).transform;
  } finally {
    Reflect.deleteProperty(require.cache, require.resolve('./transform'));
  }
}

function placeOf(path: string): number {
  let hash = 0;
  for (let index = 0; index < path.length; index++) {
    hash = (Math.imul(hash, 31) + path.charCodeAt(index)) | 0;
  }
  return (hash >>> 0) % PLACES;
}
