// npm start: installs what is missing, builds, and opens the extension. npm start -- --browser never asks for a desktop.
import process from 'node:process';
import { ensureDependencies } from './dependencies.mjs';
import { handOver } from './hand-over.mjs';

ensureDependencies();
await handOver('open.ts', process.argv.slice(2));
