import { existsSync } from 'node:fs';
import path from 'node:path';

/** Absolute paths of what ships beside the bundles. */
export interface Assets {
  readonly runtimeWasm: string;
  readonly pythonWasm: string;
  /** Directory that holds node_modules/@types/node. */
  readonly nodeTypes: string;
  readonly nodeRecorder: string;
  readonly pythonRecorder: string;
}

/** The assets in a built `dist` directory. */
export function assetsIn(dist: string): Assets {
  return {
    runtimeWasm: path.join(dist, 'grammar', 'web-tree-sitter.wasm'),
    pythonWasm: path.join(dist, 'grammar', 'tree-sitter-python.wasm'),
    nodeTypes: path.join(dist, 'types'),
    nodeRecorder: path.join(dist, 'recorder', 'node', 'register.js'),
    pythonRecorder: path.join(dist, 'recorder', 'python', 'recorder.py'),
  };
}

/** The `dist` directory of this program: where its bundle lies, or the repository's when run from source. */
export function distDirectory(): string {
  return existsSync(path.join(__dirname, 'grammar'))
    ? __dirname
    : path.resolve(__dirname, '..', '..', 'dist');
}
