import { spawnSync } from 'node:child_process';

/** How long each of some programs took at best, on the wall, in seconds. */
export type Taken<Name extends string> = Readonly<Record<Name, number>>;

/**
 * Runs programs to their end, one after the other and all of them again, so that a busy moment of the machine meets
 * each; prints the fastest run of each under its name. A program that cannot start is an error.
 */
export function race<Name extends string>(
  programs: Readonly<Record<Name, readonly string[]>>,
  rounds: number,
): Taken<Name> {
  const names = Object.keys(programs) as Name[];
  const runs = Array.from({ length: rounds }, () => names.map((name) => seconds(programs[name])));
  const best = names.map((name, place) => {
    const fastest = Math.min(...runs.map((run) => run[place] ?? Infinity));
    console.log(`${name.padEnd(48)} ${fastest.toFixed(1).padStart(6)} s`);
    return [name, fastest] as const;
  });
  return Object.fromEntries(best) as Taken<Name>;
}

function seconds([command = '', ...args]: readonly string[]): number {
  const begun = performance.now();
  const { error, status, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  const wall = (performance.now() - begun) / 1000;
  if (error !== undefined || status === null || status > 1) {
    throw new Error(
      `${args.join(' ')} ended with ${status ?? 'a signal'}: ${error?.message ?? stderr.slice(0, 500)}`,
    );
  }
  return wall;
}
