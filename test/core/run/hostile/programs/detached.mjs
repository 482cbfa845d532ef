// Ends at once, and leaves a child behind, in a session of its own.
import { spawn } from 'node:child_process';

const child = spawn('sleep', ['60'], { detached: true, stdio: 'ignore' });
child.unref();
console.log(`pid ${child.pid}`);
