const rounds = 5;

/** What one run took, in milliseconds. */
export interface Cost {
  /** The program's own work. */
  readonly body: number;
  /** The processor's time for the whole process. */
  readonly processor: number;
}

/** One row of the table. */
export interface Measured {
  readonly program: string;
  /** How many times as long as the plain run the recorded one may take. */
  readonly goal: number;
  readonly costs: Readonly<Record<string, Cost>> & { readonly plain: Cost; readonly recorded: Cost };
}

/** What a program of that name may cost: `awaits` those that do nothing but await. */
export function goalOf(program: string, awaits: number): number {
  return program.startsWith('1,000 tasks') ? 1.2 : awaits;
}

/** The least that each way cost in several runs, taken in turns: what else the machine does only adds to a run. */
export function leastCosts<Way extends string>(
  ways: readonly Way[],
  cost: (way: Way) => Cost,
): Readonly<Record<Way, Cost>> {
  const all = Array.from({ length: rounds }, () => ways.map((way) => cost(way)));
  const least = (way: number, of: keyof Cost) =>
    Math.min(...all.map((round) => round[way]?.[of] ?? Infinity));
  return Object.fromEntries(
    ways.map((way, index) => [way, { body: least(index, 'body'), processor: least(index, 'processor') }]),
  ) as Record<Way, Cost>;
}
