// npm test: installs what is missing, runs every suite to its end, and sums their counts in its last line.
import process from 'node:process';
import { ensureDependencies } from './dependencies.mjs';
import { handOver } from './hand-over.mjs';

ensureDependencies();
await handOver('suites.ts', process.argv.slice(2));
