// The VSIX: what `npm run package` builds and the package suite checks.
import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { node, root } from './dependencies.mjs';
import { runToEnd } from './processes';

/** Where the VSIX is put. */
export const vsix = path.join(root, 'out/async-tutor.vsix');

/** Builds the extension and packs what .vscodeignore lets in; rejects when either fails. */
export async function buildVsix(): Promise<void> {
  mkdirSync(path.dirname(vsix), { recursive: true });
  const pack = [
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
    '--out',
    vsix,
  ];
  for (const command of [['esbuild.js'], ['node_modules/@vscode/vsce/vsce', ...pack]]) {
    if ((await runToEnd(node, command, { cwd: root })) !== 0) {
      throw new Error(`The VSIX could not be built: ${command.join(' ')} failed.`);
    }
  }
  console.log(`${path.relative(root, vsix)}: ${Math.round(statSync(vsix).size / 1024)} kB`);
}
