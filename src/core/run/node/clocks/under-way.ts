/** What the loop would wait for besides timers; `immediates` alone do not let it sleep. */
export type UnderWay = 'nothing' | 'immediates' | 'others';

/**
 * Looks for sockets, files, processes and the like, which no clock of ours moves. The program's standard streams are
 * always there and count for nothing.
 */
export function underWay(streams: () => readonly unknown[]): () => UnderWay {
  const handles: unknown = Reflect.get(process, '_getActiveHandles');
  const activeHandles = isFunction(handles) ? handles.bind(process) : (): unknown => [];
  return () => {
    const resources = process.getActiveResourcesInfo().filter((resource) => resource !== 'Timeout');
    const others = resources.filter((resource) => resource !== 'Immediate').length;
    const active = others === 0 ? [] : activeHandles();
    const own = streams();
    const standard = Array.isArray(active) ? active.filter((handle) => own.includes(handle)).length : 0;
    if (others > standard) {
      return 'others';
    }
    return resources.length > others ? 'immediates' : 'nothing';
  };
}

function isFunction(value: unknown): value is () => unknown {
  return typeof value === 'function';
}
