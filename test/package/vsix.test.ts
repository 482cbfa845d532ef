import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { node, root } from '../harness/dependencies.mjs';
import { ensureEditor } from '../harness/install-editor';
import { buildVsix, vsix } from '../harness/package';
import { runToEnd } from '../harness/processes';
import { runInHost } from '../harness/run-in-host';

/** What a folder may hold beside its allowed subfolders; everything else does not belong into the hands of learners. */
const allowed = [
  /^(dist|l10n|media|walkthroughs)\//,
  /^package(\.nls(\.[\w-]+)?)?\.json$/,
  /^(README|readme|CHANGELOG|changelog)\.md$/,
  /^LICENSE(\.txt|\.md)?$/,
  /^\.vsixmanifest$/,
];

const needed = [
  'package.json',
  'package.nls.json',
  'LICENSE.txt',
  'readme.md',
  'changelog.md',
  'dist/third-party-notices.txt',
  'l10n/bundle.l10n.json',
  'dist/extension.js',
  'dist/analysis-worker.js',
  'dist/cli.js',
  'dist/timeline.js',
  'dist/grammar/tree-sitter-python.wasm',
  'dist/recorder/node/register.js',
  'dist/recorder/node/transform.js',
  'dist/recorder/python/recorder.py',
  'dist/vendor/ts-morph-common.js',
];

describe('the VSIX', () => {
  let extensions: string;
  let installed: string;

  before(async () => {
    extensions = realpathSync(mkdtempSync(path.join(tmpdir(), 'async-tutor-extensions-')));
    await buildVsix();
    const install = [
      '--install-extension',
      vsix,
      '--extensions-dir',
      extensions,
      '--server-data-dir',
      extensions,
    ];
    const code = await runToEnd(node, [ensureEditor(), ...install, '--accept-server-license-terms'], {
      env: { ...process.env, EXTENSIONS_GALLERY: '{}' },
      stdio: ['ignore', 'inherit', 'ignore'],
    });
    assert.equal(code, 0, 'It could not be installed.');
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    installed = path.join(extensions, `async-tutor.async-tutor-${version}`);
  });

  after(() => {
    rmSync(extensions, { recursive: true, force: true });
  });

  it('holds what the extension needs', () => {
    assert.deepEqual(
      needed.filter((file) => !existsSync(path.join(installed, file))),
      [],
    );
  });

  it('holds nothing else', () => {
    const files = readdirSync(installed, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        path.relative(installed, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'),
      );
    assert.deepEqual(
      files.filter((file) => !allowed.some((pattern) => pattern.test(file)) || file.endsWith('.map')),
      [],
    );
  });

  it('activates where it was installed', async () => {
    const activated = await runInHost({
      extension: path.join(root, 'test/package/fixtures/probe'),
      tests: path.join(root, 'out/test/host/installed'),
      extensionsFolder: extensions,
      environment: { ASYNC_TUTOR_INSTALLED_IN: extensions },
    });
    assert.ok(activated, 'The installed extension did not activate.');
  });
});
