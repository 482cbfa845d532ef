import { spawnSync } from 'node:child_process';

/** How long one run of a program took: on the wall, and on the processor, in seconds. */
export interface Taken {
  readonly wall: number;
  readonly processor: number;
}

/** Runs a program to its end a few times and gives the fastest run. A program that cannot start is an error. */
export function fastest(argv: readonly string[], times: number): Taken {
  const runs = Array.from({ length: times }, () => timed(argv));
  return runs.reduce((best, run) => (run.wall < best.wall ? run : best));
}

function timed([command = '', ...args]: readonly string[]): Taken {
  const before = process.resourceUsage();
  const begun = performance.now();
  const { error, status, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const wall = (performance.now() - begun) / 1000;
  if (error !== undefined || status === null || status > 1) {
    throw new Error(
      `${args.join(' ')} ended with ${status ?? 'a signal'}: ${error?.message ?? stderr.slice(0, 500)}`,
    );
  }
  const after = process.resourceUsage();
  return { wall, processor: (after.userCPUTime - before.userCPUTime) / 1_000_000 };
}

/** One line of a table: a name and how long it took. */
export function line(name: string, { wall }: Taken): string {
  return `${name.padEnd(44)} ${wall.toFixed(1).padStart(6)} s`;
}
