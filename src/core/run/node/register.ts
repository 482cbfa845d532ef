import { record } from './record';
import { takeConfig } from './config';

export { initialize, load, resolve } from './legacy-thread';

// A thread of the program runs this file too, and finds nothing: the main one has taken it.
const config = takeConfig(process.env);
if (config !== null) {
  record(config, __filename);
}
