import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** For root and for a machine that is to talk to 127.0.0.1 alone. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** Path of a Chromium, installed from Debian when root and there is none; throws a sentence that says what to do. */
export function ensureChromium(): string {
  const found = findChromium() ?? (installFromDebian() ? findChromium() : undefined);
  if (found === undefined) {
    throw new Error(
      'No Chromium found: please install Chromium or Chrome, or set CHROMIUM_PATH to its program file.',
    );
  }
  return found;
}

/** Path of the Chromium that `environment` leads to, if any: CHROMIUM_PATH, then the PATH, then the usual places. */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const chosen = environment['CHROMIUM_PATH'];
  if (chosen) {
    return existsSync(chosen) ? chosen : undefined;
  }
  return [...names.map((name) => findOnPath(name, environment)), ...usualPlaces].find(
    (place) => place !== undefined && existsSync(place),
  );
}

/** Path of the program `name` on the PATH of `environment`, if it is there. */
export function findOnPath(name: string, environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  return (environment['PATH'] ?? '')
    .split(path.delimiter)
    .flatMap((folder) => endings.map((ending) => path.join(folder, name + ending)))
    .find((place) => existsSync(place));
}

function installFromDebian(): boolean {
  if (process.getuid?.() !== 0 || findOnPath('apt-get') === undefined) {
    return false;
  }
  console.log('Installing Chromium (apt-get) …');
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]) =>
    spawnSync('apt-get', ['-qq', ...args], { env: environment, stdio: ['ignore', 'ignore', 'inherit'] })
      .status === 0;
  const attempt = () => apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium');
  return attempt() || attempt();
}
