// The suites that look and click in a browser, or the files of them that are named: npm run test:browser -- test/browser/x.test.ts
import { runMocha } from './mocha';

async function main(): Promise<void> {
  process.exitCode = await runMocha(process.argv[2] ?? 'test/browser/**/*.test.ts');
}

void main();
