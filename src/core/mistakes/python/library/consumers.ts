const builtins =
  'abs all any bool bytes dict enumerate float format frozenset int len list max min ord print range repr ' +
  'reversed round set sorted str sum tuple';
const logging = 'critical debug error exception info log warning';

/** Functions that use each argument as a plain value: none of them awaits or keeps it. */
export const consumers: ReadonlySet<string> = new Set([
  ...builtins.split(' ').map((name) => `builtins.${name}`),
  ...logging.split(' ').map((name) => `logging.${name}`),
  'json.dump',
  'json.dumps',
  'json.loads',
  'math.ceil',
  'math.floor',
  'math.sqrt',
  'pprint.pprint',
]);

/** Those of them that use every element of what they get as a plain value. */
export const drains: ReadonlySet<string> = new Set(
  ['all', 'any', 'max', 'min', 'sorted', 'sum'].map((name) => `builtins.${name}`),
);

/** Those of them that do not even hand out the elements of a list that they get. */
export const showers: ReadonlySet<string> = new Set(
  [...consumers].filter((path) => /^logging|^json|\.(format|len|pprint|print|str|sum)$/.test(path)),
);

/** Functions that take a coroutine and see that it runs. */
export const coroutineTakers: ReadonlySet<string> = new Set([
  ...['run', 'create_task', 'ensure_future', 'gather', 'wait_for', 'shield', 'as_completed'].map(
    (name) => `asyncio.${name}`,
  ),
  'asyncio.run_coroutine_threadsafe',
  'asyncio.AbstractEventLoop.create_task',
  'asyncio.AbstractEventLoop.run_until_complete',
  'asyncio.Runner.run',
  'asyncio.TaskGroup.create_task',
  'uvloop.run',
]);
