/** Calls that start a task and give it to the caller alone; a task group's own are kept by the group. */
export const taskMakers: ReadonlySet<string> = new Set([
  'asyncio.create_task',
  'asyncio.ensure_future',
  'asyncio.AbstractEventLoop.create_task',
]);
