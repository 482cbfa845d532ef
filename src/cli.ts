import { reasonOf } from './core/reason';
import { help, UsageError } from './cli/usage';
import { listed } from './core/trace/words';
import { version } from './cli/version';

const commands: Readonly<Record<string, () => Promise<(args: readonly string[]) => Promise<number>>>> = {
  check: async () => (await import('./cli/check')).check,
  run: async () => (await import('./cli/run')).run,
  compare: async () => (await import('./cli/compare')).compare,
};

async function main([command, ...args]: readonly string[]): Promise<number> {
  if (command === '--help' || command === '-h' || args.includes('--help')) {
    process.stdout.write(help);
    return 0;
  }
  if (command === '--version') {
    process.stdout.write(`${await version()}\n`);
    return 0;
  }
  const load = command === undefined ? undefined : commands[command];
  if (load === undefined) {
    const said = command === undefined ? 'No command was given' : `There is no command "${command}"`;
    throw new UsageError(`${said}; there are ${listed(Object.keys(commands))}. Try --help.`);
  }
  return (await load())(args);
}

/** Errors of node:util's parseArgs: an unknown option, a missing value. */
const isUsage = (error: unknown): error is Error =>
  error instanceof UsageError ||
  (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`async-tutor: ${reasonOf(error)}\n`);
    process.exitCode = isUsage(error) ? 2 : 1;
  },
);
