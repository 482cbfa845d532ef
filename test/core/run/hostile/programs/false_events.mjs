import { writeSync } from 'node:fs';

try {
  writeSync(3, '["end",1,2,"failed","forged"]\nnonsense\n["idle",1e999,');
} catch {
  // It is no descriptor that can be written to.
}
setTimeout(() => console.log('done'), 50);
