import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { node } from './dependencies.mjs';
import { ensureEditor } from './install-editor';
import { startGroup, stopGroup } from './processes';

export interface EditorHostOptions {
  /** User settings beside the usual ones. */
  settings?: Record<string, unknown>;
  /** Environment variables that the extension host is to see. */
  environment?: Record<string, string>;
  /** A folder of installed extensions; without it there are none. */
  extensionsFolder?: string;
  /** 0, the default, takes a free one. */
  port?: number;
}

export interface EditorHost {
  readonly port: number;
  /** Address of a window on `folder`, or on none, with an extension under development and a test index to run in it, if given. */
  url(folder: string | null, development?: { extension: string; tests?: string }): string;
  stop(): Promise<void>;
}

/** Settings of a throwaway profile: a trusted folder, and nothing in the way. */
export const usualSettings = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
};

/** Keeps the server from asking the extension gallery. */
const noGallery = { EXTENSIONS_GALLERY: '{}' };

/** Usual in a server without its closed parts and without a network, and no help to anybody. */
export const noise =
  /vsda|spdlog|watchdog|Service Worker|extension gallery|ECONNREFUSED|Failed to fetch|ExtensionHostConnection|ManagementConnection/;

/** Starts VS Code's server on 127.0.0.1 with fresh data; rejects when it does not listen within a minute. */
export async function startEditorHost(options: EditorHostOptions = {}): Promise<EditorHost> {
  const data = mkdtempSync(path.join(tmpdir(), 'async-tutor-editor-'));
  const user = path.join(data, 'data/User');
  mkdirSync(user, { recursive: true });
  writeFileSync(
    path.join(user, 'settings.json'),
    JSON.stringify({ ...usualSettings, ...options.settings }, null, 2),
  );
  const child = startGroup(
    node,
    [
      ensureEditor(),
      ...['--host', '127.0.0.1', '--port', String(options.port ?? 0)],
      ...[
        '--server-data-dir',
        data,
        '--extensions-dir',
        options.extensionsFolder ?? path.join(data, 'extensions'),
      ],
      ...['--without-connection-token', '--accept-server-license-terms', '--enable-smoke-test-driver'],
      ...['--telemetry-level', 'off'],
    ],
    { env: { ...process.env, ...noGallery, ...options.environment }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const forget = () => {
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', forget);
  const stop = async () => {
    await stopGroup(child);
    process.off('exit', forget);
    forget();
  };
  const log: string[] = [];
  const port = await new Promise<number>((resolve, reject) => {
    const fail = (why: string) => {
      reject(new Error(`The editor host ${why}.\n${log.join('\n')}`));
    };
    const alarm = setTimeout(fail, 60_000, 'did not listen within a minute');
    for (const stream of [child.stdout, child.stderr]) {
      if (stream) {
        createInterface(stream).on('line', (line) => {
          const listening = /Extension host agent listening on (\d+)/.exec(line);
          if (listening) {
            clearTimeout(alarm);
            resolve(Number(listening[1]));
          } else if (line.trim() !== '' && !noise.test(line)) {
            log.push(line);
          }
        });
      }
    }
    void once(child, 'exit').then(() => {
      clearTimeout(alarm);
      fail('ended at its start');
    });
  }).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { port, stop, url: (folder, development) => windowUrl(port, folder, development) };
}

function windowUrl(
  port: number,
  folder: string | null,
  development?: { extension: string; tests?: string },
): string {
  const remote = (file: string) =>
    `vscode-remote://127.0.0.1:${port}${path.posix.resolve('/', file.replaceAll('\\', '/'))}`;
  const payload = development && [
    ['extensionDevelopmentPath', remote(development.extension)],
    ...(development.tests === undefined ? [] : [['extensionTestsPath', remote(development.tests)]]),
  ];
  const query = new URLSearchParams({
    ...(folder === null ? { ew: 'true' } : { folder }),
    ...(payload && { payload: JSON.stringify(payload) }),
  });
  return `http://127.0.0.1:${port}/?${query}`;
}
