// Measures what the README's table states: npm run bench, or npm run bench -- NAME for one of them.
import { run as activation } from './activation';
import { run as mistakes } from './mistakes';
import { run as recorders } from './recorders';
import { run as timeline } from './timeline';
import { run as trace } from './trace';

const benches: Readonly<Record<string, () => void | Promise<void>>> = {
  activation,
  recorders,
  mistakes,
  timeline,
  trace,
};

async function main(): Promise<void> {
  for (const [name, run] of Object.entries(benches)) {
    if (process.argv[2] === undefined || process.argv[2] === name) {
      await run();
    }
  }
}

main()
  .then(() => process.exit())
  .catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
