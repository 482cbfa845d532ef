// What recording costs a Python program, against the plain run and one that sys.setprofile watches.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import path from 'node:path';
import { defaultLimits } from '../../../src/core/run/limits';
import { pythonCommand } from '../../../src/core/run/python';
import { goalOf, leastCosts, type Cost, type Measured } from './cost';

const programs = {
  '100,000 awaits of asyncio.sleep(0)': `
async def task():
    for _ in range(1000):
        await asyncio.sleep(0)

async def main():
    await asyncio.gather(*[task() for _ in range(100)])
`,
  '100,000 awaits of a call that returns at once': `
async def step(number):
    return number

async def main():
    for number in range(100_000):
        await step(number)
`,
  '100,000 awaits of a call that waits': `
async def step():
    await asyncio.sleep(0)

async def task():
    for _ in range(1000):
        await step()

async def main():
    await asyncio.gather(*[task() for _ in range(100)])
`,
  '100,000 awaits of a timer': `
async def task():
    for _ in range(100):
        await asyncio.sleep(0.001)

async def main():
    await asyncio.gather(*[task() for _ in range(1000)])
`,
  '1,000 tasks that fetch, parse and save': `
import json

async def fetch_page(number):
    await asyncio.sleep((5 + number * 7 % 40) / 1000)
    return json.dumps({"links": [{"i": i, "href": f"/page/{(number * 31 + i) % 1000}"} for i in range(50)]})

def parse(text):
    return [link["href"] for link in json.loads(text)["links"] if link["i"] % 3 == 0]

async def save(links):
    with open(__file__) as file:
        own = file.read()
    await asyncio.sleep(0.003)
    return len(own) + len(links)

async def task(number, places):
    async with places:
        links = parse(await fetch_page(number))
        for _ in range(3):
            await save(links)

async def main():
    places = asyncio.Semaphore(50)
    await asyncio.gather(*[task(number, places) for number in range(1000)])
`,
} as const;

/** Reports how long the body took, and what processor time the process has had in all, both in milliseconds. */
const reporting = `
began = time.perf_counter()
asyncio.run(main())
body = (time.perf_counter() - began) * 1000
print(f'{{"body":{body},"processor":{time.process_time() * 1000}}}')
`;

const watching = `
import sys
profiled = []
def profile(frame, event, argument, now=time.perf_counter, append=profiled.append):
    append((event, frame.f_code, now()))
sys.setprofile(profile)
`;

const ways = ['plain', 'recorded', 'sys.setprofile'] as const;
type Way = (typeof ways)[number];

function cost(way: Way, folder: string): Cost {
  const file = path.join(folder, way === 'sys.setprofile' ? 'watched.py' : 'program.py');
  const { args, env } = pythonCommand(
    {
      ...{ language: 'python', file, args: [], cwd: folder, clock: 'real', interpreter: ['python3'] },
      ...{ environment: {}, stdin: 'none', limits: defaultLimits },
    },
    { recorderPath: path.resolve('src/core/run/python/recorder.py') },
  );
  const { stdout } = spawnSync('python3', args, {
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1', ...(way === 'recorded' ? env : {}) },
    stdio: ['ignore', 'pipe', 'inherit', openSync(devNull, 'w')],
    encoding: 'utf8',
  });
  return JSON.parse(stdout) as Cost;
}

/** What each program costs, as it is, under the recorder, and when sys.setprofile watches it. */
export function* measured(): Generator<Measured> {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'recorders-')));
  for (const [program, source] of Object.entries(programs)) {
    const head = 'import asyncio\nimport time\n';
    writeFileSync(path.join(folder, 'program.py'), head + source + reporting);
    writeFileSync(path.join(folder, 'watched.py'), head + source + watching + reporting);
    yield { program, goal: goalOf(program, 2.5), costs: leastCosts(ways, (way) => cost(way, folder)) };
  }
  rmSync(folder, { recursive: true });
}
