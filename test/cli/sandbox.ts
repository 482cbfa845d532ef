import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const cli = path.resolve(__dirname, '..', '..', 'dist', 'cli.js');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command in a folder to its end. */
export function execute(
  folder: string,
  command: string,
  args: readonly string[],
  stdin = '',
): Promise<Ended> {
  const child = spawn(command, args, { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdin.end(stdin);
  return new Promise((resolve) =>
    child.once('close', (code) => {
      resolve({ code, stdout, stderr });
    }),
  );
}

/** A new folder for each test, with the built command line run inside it. `npm run build` comes first. */
export class Sandbox {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'async-tutor-cli-'));

  write(name: string, text: string): string {
    const file = path.join(this.folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  }

  read(name: string): string {
    return readFileSync(path.join(this.folder, name), 'utf8');
  }

  asyncTutor(args: readonly string[], stdin = ''): Promise<Ended> {
    return execute(this.folder, process.execPath, [cli, ...args], stdin);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
