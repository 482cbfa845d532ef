import type { Clock } from '../../trace/trace';

/** What the launcher tells the recorder inside the child, by environment variables the program never sees. */
export interface RecorderConfig {
  readonly clock: Clock;
  /** Folders, absolute, whose modules are the learner's own. */
  readonly roots: readonly string[];
  /** Events beyond this many bytes are not written. */
  readonly traceBytes: number;
  /** What every line of the channel begins with. */
  readonly token: string;
}

const names = {
  clock: 'ASYNC_TUTOR_CLOCK',
  roots: 'ASYNC_TUTOR_ROOTS',
  traceBytes: 'ASYNC_TUTOR_TRACE_BYTES',
  token: 'ASYNC_TUTOR_TOKEN',
} as const satisfies Record<keyof RecorderConfig, string>;

/** The environment variables that `takeConfig` reads in the child. */
export function configEnvironment(config: RecorderConfig): Readonly<Record<string, string>> {
  return {
    [names.clock]: config.clock,
    [names.roots]: JSON.stringify(config.roots),
    [names.traceBytes]: String(config.traceBytes),
    [names.token]: config.token,
  };
}

/** Reads the configuration and takes it out of `environment`; null when this process is not to be recorded. */
export function takeConfig(environment: Record<string, string | undefined>): RecorderConfig | null {
  const clock = environment[names.clock];
  const roots = environment[names.roots];
  const traceBytes = Number(environment[names.traceBytes]);
  const token = environment[names.token] ?? '';
  for (const name of Object.values(names)) {
    Reflect.deleteProperty(environment, name);
  }
  if (roots === undefined || (clock !== 'real' && clock !== 'skip-idle' && clock !== 'virtual')) {
    return null;
  }
  return { clock, roots: stringsOf(JSON.parse(roots)), traceBytes, token };
}

function stringsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
