import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { endWithParent } from './parent.mjs';

const started = new Set<ChildProcess>();

endWithParent();

process.on('exit', () => {
  for (const child of started) {
    signal(child, 'SIGTERM');
  }
});

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(name, () => process.exit(name === 'SIGINT' ? 130 : 143));
}

/** Starts a program in a process group of its own, which ends with this process at the latest. */
export function startGroup(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  const child = spawn(command, args, { ...options, detached: process.platform !== 'win32' });
  started.add(child);
  child.once('exit', () => {
    signal(child, 'SIGKILL');
    started.delete(child);
  });
  return child;
}

/** Ends a group politely, and after five seconds for certain. */
export async function stopGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  const ended = once(child, 'exit');
  signal(child, 'SIGTERM');
  await Promise.race([
    ended,
    sleep(5000, undefined, { ref: false }).then(() => {
      signal(child, 'SIGKILL');
    }),
  ]);
  await ended;
}

/** Runs a program to its end in a group of its own, its output shown; resolves to its exit code (1 when killed). */
export async function runToEnd(
  command: string,
  args: readonly string[],
  options: SpawnOptions & { limit?: number } = {},
): Promise<number> {
  const child = startGroup(command, args, { stdio: ['ignore', 'inherit', 'inherit'], ...options });
  const alarm = setTimeout(
    () => {
      console.error(`Stopped after ${(options.limit ?? 0) / 1000} s: ${[command, ...args].join(' ')}`);
      void stopGroup(child);
    },
    options.limit ?? 2 ** 31 - 1,
  );
  try {
    await once(child, 'exit');
  } finally {
    clearTimeout(alarm);
  }
  return child.exitCode ?? 1;
}

function signal(child: ChildProcess, name: NodeJS.Signals): void {
  try {
    if (child.pid === undefined || process.platform === 'win32') {
      child.kill(name);
    } else {
      process.kill(-child.pid, name);
    }
  } catch {
    // The group has ended already.
  }
}
