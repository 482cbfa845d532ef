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

/** The machine's living processes; empty where they cannot be listed (Windows ends trees by its own means). */
export function listProcesses(): Promise<readonly ProcessInfo[]> {
  const listed = process.platform === 'linux' ? fromProc() : process.platform === 'win32' ? [] : fromPs();
  return Promise.resolve(listed).catch(() => []);
}
