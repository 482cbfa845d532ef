import assert from 'node:assert/strict';
import { loadPythonSyntax, pythonRules } from '../../../../src/core/mistakes/python';
import { filesOf, grammar } from './harness';

const files = {
  '/project/pyproject.toml': '',
  '/project/app/__init__.py': 'from .net import fetch as get_it\n',
  '/project/app/net.py':
    'import time\n\nasync def fetch(): pass\n\ndef plain(): pass\n\ndef nap():\n    time.sleep(1)\n\nclass Client:\n    async def load(self): pass\n',
  '/project/src/lib/deep.py': 'async def dig(): pass\n',
};

async function check(path: string, text: string): Promise<readonly string[]> {
  const rules = pythonRules(await loadPythonSyntax(grammar), filesOf(files));
  const found = rules({ path, language: 'python', text });
  return Object.entries(found).flatMap(([id, list]) =>
    list.map((one) => `${id} ${text.slice(one.start, one.end)} ${one.related?.[0]?.path ?? ''}`.trim()),
  );
}

describe('Python imports from other files', () => {
  for (const [imports, call] of [
    ['from .net import fetch', 'fetch()'],
    ['from . import net', 'net.fetch()'],
    ['from app.net import fetch as f', 'f()'],
    ['import app.net', 'app.net.fetch()'],
    ['import app.net as net', 'net.fetch()'],
    ['from ..app import net', 'net.fetch()'],
    ['from app import net as n', 'n.Client().load()'],
    ['from app import get_it', 'get_it()'],
    ['from lib.deep import dig', 'dig()'],
    ['from app.net import Client', 'Client().load()'],
  ] as const) {
    it(`follows ${imports}`, async () => {
      const text = `${imports}\n\nasync def main():\n    ${call}\n`;
      assert.deepEqual(await check('/project/app/main.py', text), [`missing-await ${call}`]);
    });
  }

  it('finds a helper that blocks in another file, and says where', async () => {
    const text = 'from .net import nap\n\nasync def main():\n    nap()\n';
    assert.deepEqual(await check('/project/app/main.py', text), ['blocking-call nap() /project/app/net.py']);
  });

  it('is silent about what it cannot find', async () => {
    const text =
      'from .gone import fetch\nfrom app.net import plain, missing\n\nfetch()\nplain()\nmissing()\n';
    assert.deepEqual(await check('/project/app/main.py', text), []);
  });
});
