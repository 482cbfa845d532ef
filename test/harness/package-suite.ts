import { runMocha } from './mocha';

void runMocha('test/package/**/*.test.ts').then((code) => {
  process.exitCode = code;
});
