import { closeSync } from 'node:fs';

console.log(`pid ${process.pid}`);
for (const descriptor of [1, 2]) {
  closeSync(descriptor);
}
setTimeout(() => process.exit(3), 100);
