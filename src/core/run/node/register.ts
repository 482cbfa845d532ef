import { isMainThread } from 'node:worker_threads';
import { record } from './record';
import { takeConfig } from './config';

const config = isMainThread ? takeConfig(process.env) : null;
if (config !== null) {
  record(config, __filename);
}
