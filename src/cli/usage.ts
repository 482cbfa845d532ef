export const help = `Async Tutor: finds the common mistakes of asynchronous programs, and draws what a run really did.

async-tutor check [--format text|json|sarif] [--fix] [--off MISTAKE,…] [--covered-by LINTER,…] PATH…
async-tutor check --stdin-filename NAME -
    Checks Python, TypeScript and JavaScript files: files, folders, globs, or standard input (-).
    In folders and globs, what git ignores is left out.
    --fix writes the fixes that have one right answer.
    --off leaves out mistakes by their id; --covered-by what typescript-eslint or ruff find already.
    Exit code: 0 nothing found, 1 something found, 2 wrong usage.

async-tutor run FILE [--clock real|skip-idle|virtual] [--format text|json|chrome] [--trace FILE] [--timeout SECONDS]
                     [-- ARGUMENT…]
    Runs a program under a recorder, then draws its timeline (text), prints its trace (json), or prints what
    Perfetto and chrome://tracing open (chrome). --trace writes the trace to a file as well, which the timeline's panel
    opens and compare takes.
    Exit code: that of the program; 124 when it was stopped by the timeout, 2 for wrong usage.

async-tutor compare FIRST SECOND [--format text|json]
    Says how two saved traces differ: how long they took, what blocked, which waits went on at the same time.

async-tutor --help | --version
`;

/** The command line was wrong: the message is one sentence for the user. */
export class UsageError extends Error {}

/** One of a fixed set of words, or a usage error that names the choices. */
export function choice<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const found = choices.find((candidate) => candidate === value);
  if (found === undefined) {
    throw new UsageError(`${option} takes ${choices.join(' or ')}, not "${value}".`);
  }
  return found;
}
