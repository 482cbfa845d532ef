import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** The version of this program, as its manifest beside the bundle says. */
export async function version(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(path.join(__dirname, '..', 'package.json'), 'utf8'));
  return (manifest as { version: string }).version;
}
