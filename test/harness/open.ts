// Opens the built extension with its first walkthrough: in desktop VS Code, else in the browser-based host.
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findOnPath } from './chromium';
import { node, root } from './dependencies.mjs';
import { startEditorHost, usualSettings } from './editor-host';
import { runToEnd } from './processes';

/** On this the extension opens its first walkthrough as soon as it is active. */
const environment = { ASYNC_TUTOR_OPEN_WALKTHROUGH: '1' };

async function main(): Promise<void> {
  if ((await runToEnd(node, ['esbuild.js'], { cwd: root })) !== 0) {
    throw new Error('The build failed.');
  }
  const folder = practiceFolder();
  const desktop = process.argv.includes('--browser') || !hasDisplay() ? undefined : findOnPath('code');
  if (desktop !== undefined) {
    await openDesktop(desktop, folder);
    return;
  }
  const host = await startEditorHost({ environment });
  console.log(`Ready at ${host.url(folder, { extension: root })}`);
}

/** The learner's folder: made once from walkthroughs/practice, then theirs. */
function practiceFolder(): string {
  const folder = path.join(root, '.vscode-test/practice');
  const source = path.join(root, 'walkthroughs/practice');
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    if (existsSync(source)) {
      cpSync(source, folder, { recursive: true });
    }
    writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(practiceProject(), null, 2));
  }
  return folder;
}

/** Node's types lie beside the bundles; without them the editor's own TypeScript knows no `node:` module. */
function practiceProject(): object {
  const typeRoots = [path.join(root, 'dist/types/node_modules/@types')];
  return {
    compilerOptions: {
      ...{ target: 'es2023', module: 'esnext', moduleResolution: 'bundler', moduleDetection: 'force' },
      ...{ strict: true, noEmit: true, skipLibCheck: true, typeRoots, types: ['node'] },
    },
  };
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

/** A profile of its own makes it a program of its own, which sees our environment and disturbs no open window. */
async function openDesktop(code: string, folder: string): Promise<void> {
  const profile = path.join(root, '.vscode-test/profile');
  const user = path.join(profile, 'User');
  mkdirSync(user, { recursive: true });
  if (!existsSync(path.join(user, 'settings.json'))) {
    writeFileSync(path.join(user, 'settings.json'), JSON.stringify(usualSettings, null, 2));
  }
  console.log('Opening VS Code …');
  process.exitCode = await runToEnd(
    code,
    ['--user-data-dir', profile, `--extensionDevelopmentPath=${root}`, '--wait', folder],
    { env: { ...process.env, ...environment }, shell: process.platform === 'win32' },
  );
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
