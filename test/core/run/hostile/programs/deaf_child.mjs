// Ends at once and leaves a child in a session of its own, which keeps the pipes open and does not listen.
import { spawn } from 'node:child_process';

const code =
  "process.on('SIGTERM', () => undefined); console.log('pid ' + process.pid); setInterval(() => undefined, 1000)";
const child = spawn(process.execPath, ['-e', code], {
  detached: true,
  stdio: ['ignore', 'inherit', 'inherit'],
});
child.unref();
await new Promise((done) => setTimeout(done, 500));
