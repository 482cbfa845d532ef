// Every child starts two of its own, down to the third generation.
import { spawn } from 'node:child_process';

const generation = Number(process.argv[2] ?? 0);
console.log(`pid ${process.pid}`);
if (generation < 3) {
  for (let child = 0; child < 2; child++) {
    spawn(process.execPath, [process.argv[1] ?? '', String(generation + 1)], { stdio: 'inherit' });
  }
}
setInterval(() => undefined, 1000);
