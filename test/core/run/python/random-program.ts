import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A source of numbers that repeats itself for the same seed: mulberry32. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/**
 * A program that runs `count` random asyncio programs one after another and prints the order of their effects.
 * It brings a loop whose time jumps, so that the order depends on the program alone and a run takes no time.
 */
export function randomProgram(seed: number, count: number): string {
  const random = randomFrom(seed);
  const programs = Array.from({ length: count }, (_, index) => new Writer(random).program(`p${index}`));
  const runs = programs.map((_, index) => `run(${index}, p${index}_0)`);
  return [prelude, ...programs, ...runs, ''].join('\n');
}

const prelude = textBeside('random-prelude.py');

function textBeside(name: string): string {
  return readFileSync(join(import.meta.dirname, name), 'utf8');
}

const pieces = textBeside('random-awaited.py') + textBeside('random-called.py');

/** The pieces' names: those that are awaited, those that are called, and those that end a program. */
const [awaited, called, ends] = [
  /^async def (\w+)\(n\):/gm,
  /^def (\w+)\(n\):/gm,
  /^def (ends_\w+)\(\)/gm,
].map((pattern) => Array.from(pieces.matchAll(pattern), ([, name = '']) => name)) as [
  string[],
  string[],
  string[],
];

/**
 * A program that uses what lies around a loop: threads, processes, sockets, signals, loops and ends of many kinds. It takes
 * real time, and prints the same in every run.
 */
export function randomWorldProgram(seed: number): string {
  const random = randomFrom(seed);
  const one = (names: readonly string[]) => names[random(names.length)] ?? '';
  const many = () => Array.from({ length: 1 + random(5) }, () => `${one(awaited)}(${random(4)})`).join(', ');
  const kinds = [
    () => `print(asyncio.run(one_after_another(${many()})))`,
    () => `print(asyncio.run(together(${many()})))`,
    () => `print(asyncio.run(together(${many()}), debug=True))`,
    () => `print(${one(called)}(${random(4)}))`,
    () => `print(${one(called)}(${random(4)}))`,
  ];
  const body = Array.from({ length: 6 }, () => kinds[random(kinds.length)]?.() ?? '');
  return `${pieces}
async def together(*coroutines):
    return await asyncio.gather(*coroutines)

async def one_after_another(*coroutines):
    return [await coroutine for coroutine in coroutines]

if __name__ == "__main__":
    ${body.join('\n    ')}
    print("=== over", flush=True)
    ${one(ends)}()
`;
}

/** Writes the functions of one program: each may call those with a higher number, so that every program ends. */
class Writer {
  readonly #random: (below: number) => number;
  readonly #functions = 5;

  constructor(random: (below: number) => number) {
    this.#random = random;
  }

  program(name: string): string {
    return Array.from({ length: this.#functions }, (_, index) => this.#function(name, index)).join('\n');
  }

  #function(name: string, index: number): string {
    const statements = Array.from({ length: 1 + this.#random(4) }, () => this.#statement(name, index));
    const lines = [
      `async def ${name}_${index}(tools, me):`,
      '    print(me, "in")',
      ...statements.flat().map((line) => `    ${line}`),
      `    return me, ${index}`,
    ];
    return lines.join('\n') + '\n';
  }

  #call(name: string, index: number): string {
    const next = index + 1 + this.#random(2);
    const label = this.#random(1000);
    return next >= this.#functions
      ? `asyncio.sleep(${this.#random(4) / 100}, "${label}")`
      : `${name}_${next}(tools, me + ".${label}")`;
  }

  #calls(name: string, index: number): string {
    return Array.from({ length: 1 + this.#random(3) }, () => this.#call(name, index)).join(', ');
  }

  #statement(name: string, index: number): readonly string[] {
    const call = this.#call(name, index);
    const delay = this.#random(6) / 100;
    const caught = (lines: readonly string[]): readonly string[] => [
      'try:',
      ...lines.map((line) => `    ${line}`),
      'except (asyncio.CancelledError, asyncio.TimeoutError, ValueError) as error:',
      '    print(me, "caught", repr(error))',
    ];
    const kinds: readonly (() => readonly string[])[] = [
      () => [`await asyncio.sleep(${delay})`, 'print(me, "slept")'],
      () => ['await asyncio.sleep(0)'],
      () => caught([`print(me, await ${call})`]),
      () => caught([`print(me, await asyncio.gather(${this.#calls(name, index)}))`]),
      () => [`print(me, await asyncio.gather(${this.#calls(name, index)}, return_exceptions=True))`],
      () => [
        `task = asyncio.ensure_future(${call})`,
        `await asyncio.sleep(${delay})`,
        'print(me, "cancels", task.cancel())',
        ...caught(['print(me, await task)']),
      ],
      () => caught([`print(me, await asyncio.wait_for(${call}, ${delay}))`]),
      () => caught([`print(me, await asyncio.shield(${call}))`]),
      () => [`if int(me.rpartition(".")[2].replace("r", "0")) % 3 == 1:`, '    raise ValueError(me)'],
      () => ['async with tools.lock:', `    await asyncio.sleep(${delay})`, '    print(me, "had the lock")'],
      () => ['async with tools.semaphore:', '    await asyncio.sleep(0.01)'],
      () => ['tools.queue.put_nowait(me)', 'print(me, await tools.queue.get())'],
      () => ['tools.event.set()', 'await tools.event.wait()'],
      () => ['async for number in counting(me):', '    print(me, number)'],
      () => ['async for number in counting(me):', '    break'],
      () => [`asyncio.get_running_loop().call_later(${delay}, print, me, "called")`],
      () => [`asyncio.ensure_future(${call})`],
      () => [
        `done, pending = await asyncio.wait([asyncio.ensure_future(${call})], timeout=${delay})`,
        'print(me, len(done), len(pending), [task.exception() is None for task in done if not task.cancelled()])',
      ],
      () => caught([`for each in asyncio.as_completed([${call}]):`, '    print(me, await each)']),
      () => ['time.sleep(0.001)', 'print(me, end=" ")'],
      () => ['asyncio.current_task().add_done_callback(lambda task: print(me, "over", task.cancelled()))'],
      () => ['asyncio.ensure_future(fails(me))'],
      () => [`forgotten = ${call}`, 'del forgotten'],
      () => [
        'generator = counting(me)',
        'print(me, await generator.__anext__())',
        ...caught(['await generator.athrow(ValueError(me))']),
        'await generator.aclose()',
      ],
      () => ['print(me, "saw", seen.get(), asyncio.current_task().get_name())', 'seen.set(me)'],
      () => [
        'if hasattr(asyncio, "TaskGroup"):',
        '    try:',
        '        async with asyncio.TaskGroup() as group:',
        // One task only: a group cancels its tasks in the order of a set, that is of their addresses.
        `            task = group.create_task(${call})`,
        `            print(me, await ${this.#call(name, index)})`,
        '        print(me, task.result())',
        '    except BaseExceptionGroup as error:',
        '        print(me, "group", repr(error))',
      ],
      () => [
        'if hasattr(asyncio, "timeout"):',
        ...caught([`async with asyncio.timeout(${delay}):`, `    print(me, await ${call})`]).map(
          (line) => `    ${line}`,
        ),
      ],
      () => ['async with tools.condition:', '    tools.condition.notify_all()'],
      () =>
        caught([
          'async with tools.condition:',
          `    print(me, await asyncio.wait_for(tools.condition.wait(), ${delay}))`,
        ]),
      () => caught([`await asyncio.wait_for(tools.narrow.put(me), ${delay})`, 'print(me, "put")']),
      () =>
        caught([
          `print(me, await asyncio.wait_for(tools.narrow.get(), ${delay}))`,
          'tools.narrow.task_done()',
        ]),
      () => caught([`await asyncio.wait_for(tools.narrow.join(), ${delay})`]),
      () => [
        'if hasattr(asyncio, "eager_task_factory") and not asyncio.get_running_loop().get_debug():',
        `    task = asyncio.eager_task_factory(asyncio.get_running_loop(), ${call})`,
        '    print(me, "eager", task.done())',
        ...caught(['print(me, await task)']).map((line) => `    ${line}`),
      ],
      () => [
        'future = asyncio.get_running_loop().create_future()',
        `asyncio.get_running_loop().call_later(${delay}, future.${index % 2 ? 'cancel' : 'set_result, me'})`,
        ...caught(['print(me, await future)']),
      ],
      () => [
        `reference = weakref.ref(asyncio.ensure_future(${call}))`,
        `await asyncio.sleep(${delay})`,
        'print(me, "kept", reference() is not None)',
      ],
      () => ['kept = Leaves(me)', `await asyncio.sleep(${delay})`, 'kept = None'],
      () => ['gc.collect()', 'print(me, len(asyncio.all_tasks()))'],
      () => ['try:', `    await ${call}`, 'except ValueError:', '    traceback.print_exc()'],
      () => ['print(me, "at", [frame.f_lineno for frame in asyncio.current_task().get_stack()][-1:])'],
      () => ['if int(me.rpartition(".")[2].replace("r", "0")) % 11 == 1:', '    sys.exit(me)'],
      () => [
        `first, second = ${call}, ${this.#call(name, index)}`,
        ...caught(['print(me, await first)']),
        ...caught(['print(me, await second)']),
      ],
    ];
    return kinds[this.#random(kinds.length)]?.() ?? [];
  }
}
