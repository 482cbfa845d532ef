import { run as node } from './node';

/** What recording costs, in each language. */
export function run(): void {
  node();
}
