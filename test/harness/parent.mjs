import process from 'node:process';

/** Ends this process within a second of its parent: npm's shell passes no signal on when it is stopped. */
export function endWithParent() {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) {
      process.exit(143);
    }
  }, 1000).unref();
}
