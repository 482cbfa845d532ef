// Is ended by a signal in the middle of a wait.
import { setTimeout as sleep } from 'node:timers/promises';

async function main() {
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), 50);
  await sleep(60_000);
}

await main();
