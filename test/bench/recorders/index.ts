import { run as node } from './node';
import { run as python } from './python';

/** What recording costs, in each language. */
export function run(): void {
  node();
  python();
}
