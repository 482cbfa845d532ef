/** How an interpreter is told to run a program under its recorder, whose events come on file descriptor 3. */
export interface RecorderCommand {
  /** What follows the interpreter: its options, the program and the program's arguments. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}
