// Measures what the README's table states: npm run bench, or npm run bench -- NAME for one of them.
import { run as activation } from './activation';
import { run as trace } from './trace';

const benches: Readonly<Record<string, () => void>> = { activation, trace };

for (const [name, run] of Object.entries(benches)) {
  if (process.argv[2] === undefined || process.argv[2] === name) {
    run();
  }
}
process.exit();
