import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { listProcesses, withVariable, type ProcessInfo } from './process-list';

/** The environment variable by which a process is known to belong to a run, wherever it has gone since. */
export const RUN_VARIABLE = 'ASYNC_TUTOR_RUN';

/** How long a program may clean up after it was asked to end, in milliseconds. */
const graceMs = 400;
/** How long the system may take to end what was killed, in milliseconds. */
const killMs = 3000;
const pollMs = 25;

/** A process with everything it started, also what has left its process group. */
export class ProcessTree {
  readonly #root: number;
  readonly #runId: string;
  readonly #started = new Map<number, string>();

  /**
   * `root` leads a process group of its own; `runId` is the value of its `RUN_VARIABLE`. Where `list` finds nothing,
   * as on a system without /proc, the group is all that is known of the tree.
   */
  constructor(
    root: number,
    runId: string,
    private readonly list: () => Promise<readonly ProcessInfo[]> = listProcesses,
  ) {
    this.#root = root;
    this.#runId = runId;
  }

  /** The tree's living processes, in no order; looking everywhere also finds what left it before it was ever seen. */
  async members(lookingEverywhere = false): Promise<readonly ProcessInfo[]> {
    const all = await this.list();
    if (all.length === 0) {
      return isAlive(-this.#root) ? [unseen(this.#root)] : [];
    }
    const known = new Set(lookingEverywhere ? await withVariable(all, RUN_VARIABLE, this.#runId) : []);
    const isMember = ({ pid, parent, group, started }: ProcessInfo) =>
      group === this.#root || pid === this.#root || known.has(parent) || this.#started.get(pid) === started;
    for (let size = -1; size !== known.size;) {
      size = known.size;
      for (const process of all) {
        if (isMember(process)) {
          known.add(process.pid);
        }
      }
    }
    const members = all.filter(({ pid }) => known.has(pid));
    this.#started.clear();
    for (const { pid, started } of members) {
      this.#started.set(pid, started);
    }
    return members;
  }

  async residentBytes(): Promise<number> {
    return (await this.members()).reduce((sum, { residentBytes }) => sum + residentBytes, 0);
  }

  /** Sends a signal to the group at once, without looking for what has left it. */
  signalGroup(signal: 'SIGTERM' | 'SIGKILL'): void {
    if (process.platform === 'win32') {
      execFile('taskkill', ['/pid', String(this.#root), '/T', '/F'], () => undefined);
    } else {
      send(-this.#root, signal);
    }
  }

  /** Ends the whole tree: asks first, then kills. Settles when nothing of it lives, or nothing more can be done. */
  async end(): Promise<void> {
    await this.#signalUntilGone('SIGTERM', graceMs);
    await this.#signalUntilGone('SIGKILL', killMs);
  }

  async #signalUntilGone(signal: 'SIGTERM' | 'SIGKILL', withinMs: number): Promise<void> {
    const asked = new Set<number>();
    const until = Date.now() + withinMs;
    while (Date.now() < until) {
      const members = await this.members(true);
      if (members.length === 0) {
        return;
      }
      if (signal === 'SIGKILL' && members.some(({ group }) => group === this.#root)) {
        // All of the group at one stroke: one by one, a program that forks without end would win the race.
        this.signalGroup('SIGKILL');
      }
      for (const { pid } of members.filter(({ pid }) => signal === 'SIGKILL' || !asked.has(pid))) {
        asked.add(pid);
        send(pid, signal);
      }
      await sleep(pollMs);
    }
  }
}

/** What is to be known of a process group where no process can be looked at. */
function unseen(root: number): ProcessInfo {
  return { pid: root, parent: 0, group: root, started: '', residentBytes: 0 };
}

function isAlive(target: number): boolean {
  try {
    process.kill(target, 0);
    return true;
  } catch {
    return false;
  }
}

function send(target: number, signal: 'SIGTERM' | 'SIGKILL'): void {
  try {
    process.kill(target, signal);
  } catch {
    // It has ended in the meantime, which is what was wanted.
  }
}
