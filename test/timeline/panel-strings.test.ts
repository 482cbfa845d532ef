import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { say } from '../../src/timeline/view/say';

describe('the strings of the panel', () => {
  it('have their values put in place', () => {
    assert.equal(say('units.minutes', 2, 14), '2 min 14 s');
    assert.equal(say('findings.goTo', 7), 'Go to line 7');
    assert.equal(say('picture.run', 1, '{0} $&'), 'Run 1 · {0} $&');
  });

  it('are all the text that the view has', () => {
    const folder = path.join('src', 'timeline', 'view');
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    for (const name of sources) {
      const code = readFileSync(path.join(folder, name), 'utf8').replace(/^\s*(\/\*\*|\*|\/\/).*$/gm, '');
      const sentences = [...code.matchAll(/(?:text|'aria-label'|title): '([^']*[a-z]{3}[^']*)'/g)];
      assert.deepEqual(
        sentences.map(([, text]) => text),
        [],
        name,
      );
    }
  });
});
