import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, parse, resolve } from 'node:path';
import type { Place } from '../../../../src/core/trace/places';
import { lineInWords } from '../../../../src/core/trace/words';
import { placesOf, tasksOf } from './measure';
import { onEachPython, runPlain, runRecorded, traceOf, type RunOptions } from './recorded';

const project = resolve('test/core/run/python/fixtures/project');
const places = (all: readonly Place[]) => all.map((place) => lineInWords(place));

/** A module that waits, and a program that awaits it from where it was told to import it. */
const helper = 'import asyncio\n\n\nasync def helped():\n    await asyncio.sleep(0.005)\n';
const importing = (...modules: readonly string[]) =>
  [
    'import asyncio, os, sys',
    'here = os.path.dirname(os.path.abspath(__file__))',
    ...modules.flatMap((module) => {
      const { dir, name } = parse(module);
      return [
        `sys.path.insert(0, os.path.join(here, ${JSON.stringify(dir)}))`,
        `import ${name}`,
        `asyncio.run(${name}.helped())`,
      ];
    }),
  ].join('\n');

describe('a Python program of several modules', function () {
  this.timeout(60_000);
  let folder = '';
  const write = (files: Readonly<Record<string, string>>) => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return join(folder, 'main.py');
  };
  /** The program's files beside the main one, and where its only task waited. */
  const told = async (file: string, options: RunOptions = {}) => {
    const { events, code, stderr } = await runRecorded(file, options);
    assert.equal(code, 0, stderr);
    const files = events.flatMap((event) => (event[0] === 'file' ? [event[3]] : []));
    return { files, waits: events.flatMap((event) => (event[0] === 'wait' ? [event.slice(3)] : [])) };
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'python-modules-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  onEachPython((python) => {
    it('names lines of its packages', async () => {
      const trace = await traceOf(join(project, 'main.py'), { python });
      const [main, cook] = tasksOf(trace);
      assert.deepEqual(places([main, cook].flatMap((lane) => lane ?? [])), [
        'line 6',
        'line 10 of kitchen/oven.py',
      ]);
      assert.deepEqual(placesOf(cook, 'waiting'), ['7 asyncio.sleep']);
      assert.deepEqual(placesOf(cook, 'blocked'), ['11 time.sleep']);
      const spans = cook?.spans.filter(({ start, end }) => end - start >= 1) ?? [];
      assert.deepEqual(
        [...new Set(places(spans.filter(({ state }) => state === 'waiting' || state === 'blocked')))],
        ['line 11 of kitchen/stock.py', 'line 7 of kitchen/oven.py'],
      );
      assert.deepEqual(
        cook?.calls.map((call) => `${call.name}, ${lineInWords(call)}`),
        ['take, line 10 of kitchen/stock.py', 'sleep, line 6 of kitchen/oven.py'],
      );
      assert.deepEqual(
        trace.shared?.map((shared) => `${shared.name}, ${lineInWords(shared)}`),
        ['counter, line 6 of kitchen/stock.py'],
      );
      const forgotten = trace.findings.filter(({ kind }) => kind === 'never-awaited');
      assert.deepEqual(places(forgotten), ['line 19 of kitchen/stock.py']);
    });

    it('does what it does alone', async () => {
      const file = join(project, 'main.py');
      const [plain, recorded] = await Promise.all([
        runPlain(file, { python }),
        runRecorded(file, { python }),
      ]);
      assert.deepEqual([recorded.stdout, recorded.stderr], [plain.stdout, plain.stderr]);
    });
  });

  it('names modules below the working directory, and none above', async () => {
    write({ 'shared/helper.py': helper, 'app/main.py': importing('../shared/helper.py') });
    const file = join(folder, 'app', 'main.py');
    const below = await told(file, { cwd: folder });
    assert.deepEqual(below.files, ['../shared/helper.py']);
    assert.deepEqual(below.waits.at(-1), [5, 'asyncio.sleep', [], 1]);
    const above = await told(file);
    assert.deepEqual(above.files, []);
    assert.deepEqual(above.waits.at(-1), [null, 'asyncio.sleep', []]);
  });

  it('finds its modules through links to folders', async () => {
    const file = write({ 'main.py': importing('linked/helper.py'), 'real/helper.py': helper });
    symlinkSync(join(folder, 'real'), join(folder, 'linked'));
    assert.deepEqual((await told(file)).files, ['linked/helper.py']);
    cpSync(project, join(folder, 'project'), { recursive: true });
    symlinkSync(join(folder, 'project'), join(folder, 'link'));
    const { files } = await told(join(folder, 'link', 'main.py'));
    assert.deepEqual(files.toSorted(), ['kitchen/__init__.py', 'kitchen/oven.py', 'kitchen/stock.py']);
  });

  it('leaves out environments, installed packages and hidden folders', async () => {
    const modules = ['environment/lib/a.py', 'lib/site-packages/b.py', '.lib/c.py'];
    const file = write({
      ...Object.fromEntries(modules.map((module) => [module, helper])),
      'environment/pyvenv.cfg': '',
      'main.py': importing(...modules),
    });
    const { files, waits } = await told(file);
    assert.deepEqual(files, []);
    assert.deepEqual(
      waits.filter(([, on]) => on === 'asyncio.sleep'),
      modules.map(() => [null, 'asyncio.sleep', []]),
    );
  });

  it('takes code without a file for nobody’s, and the main file by another name for itself', async () => {
    const file = write({
      'main.py': [
        'import asyncio',
        `exec(${JSON.stringify(helper)})`,
        `exec(compile(${JSON.stringify(helper.replace('helped', 'other'))}, "page.html", "exec"))`,
        'asyncio.run(helped())',
        'asyncio.run(other())',
        'import link.main',
      ].join('\n'),
      'page.html': '',
    });
    symlinkSync(folder, join(folder, 'link'));
    const { files, waits } = await told(file);
    assert.deepEqual(files, []);
    const own = waits.filter(([line]) => line !== null);
    assert.deepEqual(
      own.map(([line, on]) => [line, on]),
      [
        [4, 'asyncio.run'],
        [5, 'asyncio.run'],
        [4, 'asyncio.run'],
        [5, 'asyncio.run'],
      ],
    );
  });
  it('tells in a deadlock which file the lines are of', async () => {
    const file = write({
      'main.py': 'import asyncio\nfrom helper import stuck\n\nasyncio.run(stuck())\n',
      'helper.py': 'import asyncio\n\n\nasync def stuck():\n    await asyncio.Event().wait()\n',
    });
    const { stderr } = await runRecorded(file, { clock: 'virtual' });
    assert.match(stderr, /stuck \(line 5 of helper\.py\)/);
  });
});
