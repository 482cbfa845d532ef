import assert from 'node:assert/strict';
import { blocking, sequential, sequentialEvents } from '../../timeline/lecture-traces';
import { runOf } from '../../../src/timeline/state';
import { trace } from '../../timeline/builders';
import { namesAndEnds } from '../../timeline/traces';
import { begun, finished, title, withTimeline } from '../timeline-page';
import { beginLive } from '../timeline-scenes';

describe('the timeline without a run', () => {
  it('says what to do, tells the editor that it listens, and has no barrier', async () => {
    await withTimeline({}, async (view) => {
      await view.page.getByRole('heading', { name: 'Run a program to see its timeline' }).waitFor();
      assert.deepEqual(await view.posted(), [{ type: 'ready' }]);
      assert.deepEqual(await view.violations(), []);
      await view.screenshot('empty');
    });
  });
});

describe('the timeline of a run under way', () => {
  it('grows, lets its clock run, and stops the program', async () => {
    await withTimeline({}, async (view) => {
      await beginLive(view);
      const clock = view.page.locator('.clock');
      const rows = view.page.locator('.picture .head');
      assert.deepEqual(await rows.locator('.name').allTextContents(), [
        'event loop',
        'main',
        'fetch_weather',
        'fetch_news',
        'fetch_stock',
      ]);
      const before = parseFloat((await clock.textContent()) ?? '');
      await view.page.waitForFunction(
        (from) => parseFloat(document.querySelector('.clock')?.textContent ?? '') >= from + 0.5,
        before,
      );
      assert.deepEqual(await view.violations(), []);
      await view.screenshot('live');
      await view.page.getByRole('button', { name: 'Stop' }).click();
      assert.deepEqual(await view.posted(), [{ type: 'ready' }, { type: 'stop' }]);
      await view.page.getByRole('button', { name: 'Stopping …' }).waitFor();
    });
  });

  it('shows the waiting grow frame by frame, and what is written as it comes', async () => {
    await withTimeline({}, async (view) => {
      await beginLive(view);
      const sampled = view.page.evaluate(async () => {
        const canvas = document.querySelector('.scroller canvas');
        const ends: number[] = [];
        const pictures = new Set<string>();
        const begun = performance.now();
        while (performance.now() - begun < 1500) {
          await new Promise(requestAnimationFrame);
          ends.push(parseFloat(document.querySelector('.clock')?.textContent ?? ''));
          if (canvas instanceof HTMLCanvasElement) {
            pictures.add(canvas.toDataURL());
          }
        }
        return { ends, pictures: pictures.size };
      });
      await view.page.waitForTimeout(500);
      await view.send({ type: 'events', events: [['out', 700, 3, 'stdout', 'the news is late\n']] });
      await view.page.locator('.caption').getByText('the news is late').waitFor();
      const { ends, pictures } = await sampled;
      assert.deepEqual(
        ends.toSorted((a, b) => a - b),
        ends,
        'the clock never goes back',
      );
      assert.ok((ends.at(-1) ?? 0) - (ends[0] ?? 0) >= 1, ends.join());
      assert.ok(pictures >= 8, `${pictures} pictures in ${ends.length} frames`);
    });
  });

  it('becomes the finished run, which says so aloud and is kept', async () => {
    await withTimeline({ reducedMotion: true }, async (view) => {
      await beginLive(view, sequentialEvents());
      await view.send(finished(sequential()));
      const said = view.page.getByRole('status');
      assert.match((await said.textContent()) ?? '', /^It took 6\.0 s/);
      assert.equal(await view.page.getByRole('button', { name: 'Stop' }).isVisible(), false);
      await view.page.getByRole('button', { name: 'Run again' }).click();
      assert.deepEqual((await view.posted()).at(-1), { type: 'run-again', file: title.file });
    });
  });

  it('remembers which run it shows, from its beginning on, and asks for it after a reload', async () => {
    await withTimeline({}, async (view) => {
      await view.send(finished(blocking(), { id: 'run-0' }));
      assert.equal(runOf(await view.state()), 'run-0');
      await beginLive(view);
      assert.equal(runOf(await view.state()), 'run-1');
      await view.send(finished(sequential()));
      assert.equal(runOf(await view.state()), 'run-1');
    });
  });

  it('forgets the run before', async () => {
    await withTimeline({}, async (view) => {
      await view.send(finished(blocking()));
      const other = { ...title, name: 'other.ts', language: 'typescript' } as const;
      await view.send({ type: 'begin', run: { ...begun, title: other } });
      assert.equal(await view.page.locator('.picture .head').count(), 1);
      assert.equal(await view.page.locator('.findings:visible, .output:visible').count(), 0);
      await view.page.getByRole('heading', { name: 'other.ts' }).waitFor();
    });
  });
});

describe('the timeline of a finished run', () => {
  it('has no barrier, with findings, output and a problem', async () => {
    await withTimeline({}, async (view) => {
      await view.send(
        finished(namesAndEnds(), { problem: 'The program was stopped after 1 s, the longest it may run.' }),
      );
      await view.page.getByText('The program was stopped').first().waitFor();
      assert.deepEqual(await view.violations(), []);
      await view.screenshot('names');
    });
  });

  it('shows text as text', async () => {
    await withTimeline({}, async (view) => {
      await view.send(finished(namesAndEnds()));
      assert.equal(await view.page.locator('.app img, .app b').count(), 0);
      await view.page.locator('.output').getByText('<b>not bold</b>').waitFor();
      await view.page.getByRole('rowheader', { name: '<img src=x onerror=alert(1)>' }).waitFor();
    });
  });

  it('leads from a finding to its line and its lesson', async () => {
    await withTimeline({}, async (view) => {
      await view.send(finished(blocking()));
      const [first] = blocking().findings;
      assert.ok(first !== undefined);
      const item = view.page.locator('.findings li').first();
      await item.getByRole('button', { name: `Go to line ${first.line ?? ''}` }).click();
      await item.getByRole('button', { name: `Lesson ${first.section}` }).click();
      assert.deepEqual((await view.posted()).slice(1), [
        { type: 'reveal', file: title.file, place: { line: first.line } },
        { type: 'lesson', section: first.section },
      ]);
    });
  });

  it('offers no lesson that the course does not have', async () => {
    await withTimeline({}, async (view) => {
      await view.send(finished(blocking(), { lessons: [] }));
      assert.equal(await view.page.locator('.findings li').count(), blocking().findings.length);
      assert.equal(await view.page.getByRole('button', { name: /^Lesson/ }).count(), 0);
    });
  });

  it('keeps a run of nothing readable', async () => {
    await withTimeline({}, async (view) => {
      await view.send(finished(trace(0, {}), { problem: 'Python was not found.' }));
      assert.deepEqual(await view.violations(), []);
      await view.page.getByText('Python was not found.').first().waitFor();
    });
  });
});
