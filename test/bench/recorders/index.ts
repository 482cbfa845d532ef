import { run as trace } from '../trace';
import type { Cost, Measured } from './cost';
import { measured as node } from './node';
import { measured as python } from './python';

/** What recording costs in each language, and what its events cost until they are a trace, with the goals for both. */
export function run(): void {
  console.log('| program | plain (processor) | way | body | processor | goal |');
  console.log('|---|---|---|---|---|---|');
  for (const [language, all] of Object.entries({ Node: node, Python: python })) {
    for (const row of all()) {
      print(language, row);
    }
  }
  console.log();
  trace();
}

function print(language: string, { program, goal, costs }: Measured): void {
  const { plain, ...ways } = costs;
  const times = (cost: Cost, of: keyof Cost) =>
    `${cost[of].toFixed(0)} ms, ${(cost[of] / plain[of]).toFixed(1)} times`;
  for (const [way, cost] of Object.entries(ways)) {
    const met = (of: keyof Cost) => `${of} ${cost[of] / plain[of] < goal ? 'met' : 'NOT met'}`;
    const goalInWords = way === 'recorded' ? `under ${goal} times: ${met('body')}, ${met('processor')}` : '';
    const plainInWords = `${plain.body.toFixed(0)} ms (${plain.processor.toFixed(0)} ms)`;
    const cells = [
      `${language}: ${program}`,
      plainInWords,
      way,
      times(cost, 'body'),
      times(cost, 'processor'),
    ];
    console.log(`| ${[...cells, goalInWords].join(' | ')} |`);
  }
}
