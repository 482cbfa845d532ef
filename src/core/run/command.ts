import { randomBytes } from 'node:crypto';

/** How an interpreter is told to run a program under its recorder, whose events come on file descriptor 3. */
export interface RecorderCommand {
  /** What follows the interpreter: its options, the program and the program's arguments. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** What every line of the recorder begins with, by which it is told from what the program itself writes there. */
  readonly token?: string;
}

/** A token that no program guesses: eight characters of ASCII. */
export function channelToken(): string {
  return randomBytes(6).toString('base64url');
}
