import { isMainThread } from 'node:worker_threads';
import { record } from './record';
import { takeConfig } from './config';

export { initialize, load, resolve } from './legacy-thread';

const config = isMainThread ? takeConfig(process.env) : null;
if (config !== null) {
  record(config, __filename);
}
