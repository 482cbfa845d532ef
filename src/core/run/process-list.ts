import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

export interface ProcessInfo {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  /** Tells a process from a later one with the same id. */
  readonly started: string;
  readonly residentBytes: number;
}

const pageBytes = 4096;

/** One line of /proc/PID/stat (proc(5)); undefined for a process that has ended and only waits to be reaped. */
export function parseStat(text: string): ProcessInfo | undefined {
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const [state, parent, group] = fields;
  const [started, pages] = [fields[19], fields[21]];
  if (state === 'Z' || state === 'X' || started === undefined || pages === undefined) {
    return undefined;
  }
  return {
    pid: Number.parseInt(text, 10),
    parent: Number(parent),
    group: Number(group),
    started,
    residentBytes: Number(pages) * pageBytes,
  };
}

async function fromProc(): Promise<readonly ProcessInfo[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(ids.map((id) => readFile(`/proc/${id}/stat`, 'utf8').catch(() => '')));
  return stats.flatMap((text) => (text === '' ? [] : (parseStat(text) ?? [])));
}

/** What `ps -axo pid=,ppid=,pgid=,rss=,stat=,lstart=` prints, resident size in kibibytes. */
export function parsePs(text: string): readonly ProcessInfo[] {
  return text.split('\n').flatMap((line) => {
    const match = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s+(.+)$/.exec(line);
    if (match === null || match[5]?.startsWith('Z') === true) {
      return [];
    }
    const [pid, parent, group, kibibytes] = match.slice(1, 5).map(Number) as [number, number, number, number];
    return [{ pid, parent, group, started: match[6] ?? '', residentBytes: kibibytes * 1024 }];
  });
}

async function fromPs(): Promise<readonly ProcessInfo[]> {
  const { stdout } = await promisify(execFile)('ps', ['-axo', 'pid=,ppid=,pgid=,rss=,stat=,lstart=']);
  return parsePs(stdout);
}

const windowsQuery =
  'Get-CimInstance Win32_Process | ForEach-Object {' +
  ' "$($_.ProcessId) $($_.ParentProcessId) $($_.WorkingSetSize) $($_.CreationDate.Ticks)" }';

/** What the query prints on Windows: process, parent, resident bytes, and when it started. There are no groups. */
export function parseWindows(text: string): readonly ProcessInfo[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const match = /^(\d+) (\d+) (\d+) (\d+)$/.exec(line.trim());
    const [pid, parent, residentBytes] = (match ?? []).slice(1, 4).map(Number);
    return pid === undefined || parent === undefined || residentBytes === undefined || pid === 0
      ? []
      : [{ pid, parent, group: 0, started: match?.[4] ?? '', residentBytes }];
  });
}

async function fromWindows(): Promise<readonly ProcessInfo[]> {
  const args = ['-NoProfile', '-NonInteractive', '-Command', windowsQuery];
  const { stdout } = await promisify(execFile)('powershell.exe', args, { windowsHide: true });
  return parseWindows(stdout);
}

/** The machine's living processes; empty where they cannot be listed. */
export function listProcesses(): Promise<readonly ProcessInfo[]> {
  const list = process.platform === 'linux' ? fromProc : process.platform === 'win32' ? fromWindows : fromPs;
  return list().catch(() => []);
}

/** Ids of those among the processes that were started with this variable in their environment; Linux alone tells. */
export async function withVariable(
  processes: readonly ProcessInfo[],
  name: string,
  value: string,
): Promise<readonly number[]> {
  if (process.platform !== 'linux') {
    return [];
  }
  const environments = await Promise.all(
    processes.map(({ pid }) => readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '')),
  );
  const wanted = `${name}=${value}`;
  return processes
    .filter((_, index) => environments[index]?.split('\0').includes(wanted))
    .map(({ pid }) => pid);
}
