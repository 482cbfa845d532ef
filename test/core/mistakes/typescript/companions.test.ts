import assert from 'node:assert/strict';
import type { FileReader } from '../../../../src/core/mistakes/source';
import { neighboursOf, upcomingFrom } from '../../../../src/core/mistakes/typescript/workspace/companions';

const texts: Readonly<Record<string, string>> = {
  '/app/a.ts': 'a',
  '/app/b.ts': 'b',
  '/app/c.py': 'c',
  '/app/d.d.ts': 'd',
  '/app/e.min.js': 'e',
  '/app/long.js': 'x'.repeat(300_000),
  '/other/f.ts': 'f',
};

const readerOf = (upcoming: readonly string[]): FileReader => ({
  read: (path) => texts[path],
  isFile: (path) => path in texts,
  isDirectory: () => true,
  list: (folder) =>
    Object.keys(texts).flatMap((path) =>
      path.startsWith(`${folder}/`) ? [path.slice(folder.length + 1)] : [],
    ),
  upcoming: () => upcoming,
});

describe('files that are opened along with a document', () => {
  it('are those of its folder that somebody wrote by hand', () => {
    assert.deepEqual(neighboursOf('/app/a.ts', readerOf([])), ['/app/a.ts', '/app/b.ts']);
  });

  it('are those of its project that are to be checked from there on', () => {
    const all = Object.keys(texts);
    const isOfProject = (path: string) => path.startsWith('/app/');
    assert.deepEqual(upcomingFrom('/app/a.ts', readerOf(all), isOfProject), ['/app/a.ts', '/app/b.ts']);
    assert.deepEqual(upcomingFrom('/app/b.ts', readerOf(all), isOfProject), ['/app/b.ts']);
    assert.deepEqual(
      upcomingFrom('/app/b.ts', readerOf(all), () => true),
      ['/app/b.ts', '/other/f.ts'],
    );
  });

  it('are not known for a document that is not among those to be checked', () => {
    assert.equal(
      upcomingFrom('/app/b.ts', readerOf(['/app/a.ts']), () => true),
      undefined,
    );
  });

  it('hold no more text than a program should begin with', () => {
    const many = Array.from({ length: 40 }, (_, index) => `/big/${index}.ts`);
    const reader: FileReader = { ...readerOf(many), read: () => 'x'.repeat(250_000) };
    assert.deepEqual(
      upcomingFrom('/big/0.ts', reader, () => true),
      many.slice(0, 12),
    );
  });
});
