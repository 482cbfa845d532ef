import module from 'node:module';
import { basename, dirname, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { promiseHooks } from 'node:v8';
import { runInThisContext } from 'node:vm';
import type { RecorderConfig } from './config';
import { installClock } from './clocks';
import { hookModules } from './hooks';
import { hookModulesInThread } from './legacy-hooks';
import { RESUME, RUNTIME } from './instrument/site';
import { OwnModules } from './modules';
import { Channel } from './runtime/channel';
import { EventWriter } from './runtime/events';
import { watchExit } from './runtime/exit';
import { StandardStreams, watchMarks } from './runtime/output';
import { Recorder } from './runtime/recorder';
import { Sites } from './runtime/sites';
import { showOwnSource } from './runtime/source-text';

const EVENTS_DESCRIPTOR = 3;

/** Makes this process record the program it is about to run. */
export function record(config: RecorderConfig, ownPath: string): void {
  const file = resolve(process.argv[1] ?? '');
  const realNow = performance.now.bind(performance);
  const channel = new Channel(EVENTS_DESCRIPTOR, config.traceBytes, config.token, realNow);
  const streams = new StandardStreams();
  const installed = installClock(
    config.clock,
    {
      timerFires: (due) => recorder.timerFires(due),
      timerReturned: () => {
        recorder.timerReturned();
      },
    },
    () => streams.used,
  );
  const recorder = new Recorder(installed.clock, new EventWriter(channel), (site) => sites.of(site), {
    file,
    name: basename(file),
    clock: config.clock,
  });
  let fetchSites = (): void => undefined;
  const program = modulePath(file);
  const sites = new Sites(
    program,
    dirname(program),
    (number, path) => {
      recorder.loaded(number, path);
    },
    () => {
      fetchSites();
    },
  );
  streams.watch((stream, text) => {
    recorder.wrote(stream, text);
  });
  watchMarks((text) => {
    recorder.marked(text);
  });
  watchExit(
    installed.emptied,
    (promise, isHandled) => {
      recorder.rejected(promise, isHandled);
    },
    (error) => {
      recorder.uncaught(error);
    },
    (ending) => {
      recorder.finish(ending);
    },
  );
  const modules = new OwnModules(
    config.roots,
    (...added) => {
      sites.add(...added);
    },
    () => sites.count,
  );
  if ('registerHooks' in module) {
    hookModules(modules, file);
  } else {
    const thread = { script: ownPath, roots: config.roots };
    fetchSites = hookModulesInThread(modules, file, thread, (...added) => {
      sites.add(...added);
    });
  }
  watchPromises(recorder);
  recorder.started.watch();
  showOwnSource();
  exposeRuntime(recorder);
  hideTraces(ownPath);
}

/** The module that Node runs for a path: the extension may be missing, and links are followed. */
function modulePath(path: string): string {
  try {
    return require.resolve(path);
  } catch {
    return path;
  }
}

function watchPromises(recorder: Recorder): void {
  promiseHooks.createHook({
    init: (promise, parent: unknown) => {
      if (parent === undefined) {
        recorder.latest = promise;
      } else {
        recorder.groups.latest = promise;
        recorder.groups.source = parent;
      }
    },
    settled: (promise) => {
      recorder.promiseSettled(promise);
    },
  });
}

/** A script's `const` is seen by every module, but is no property of `globalThis`. */
function exposeRuntime(recorder: Recorder): void {
  const carrier = Symbol.for(RUNTIME);
  Reflect.set(globalThis, carrier, recorder);
  runInThisContext(`const ${RUNTIME} = globalThis[Symbol.for('${RUNTIME}')], ${RESUME} = ${RUNTIME}.resume;`);
  Reflect.deleteProperty(globalThis, carrier);
}

/** Takes out of the process what says that it is recorded, and turns on the maps that keep stack traces true. */
function hideTraces(ownPath: string): void {
  const option = process.execArgv.indexOf(ownPath);
  if (option > 0) {
    process.execArgv.splice(option - 1, 2);
  }
  for (const path of Object.keys(require.cache)) {
    Reflect.deleteProperty(require.cache, path);
  }
  if ('setSourceMapsSupport' in module) {
    module.setSourceMapsSupport(true);
  } else {
    process.setSourceMapsEnabled(true);
  }
}
