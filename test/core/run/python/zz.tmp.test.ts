import { runRecorded } from '/work/main/test/core/run/python/recorded';
import { writeFileSync } from 'node:fs';
describe('x', function () { this.timeout(200000); it('y', async () => {
  for (let i = 0; i < 25; i++) {
    const rs = await Promise.all([0,1].map(() => runRecorded('/tmp/pyrec/long.py', { clock: 'virtual', python: process.env['PY'] ?? 'python3' })));
    for (const r of rs) {
      const blocks = r.events.filter((e) => e[0] === 'block' && e[2] === 1);
      if (blocks.length !== 1 || r.code !== 0) { console.log(i, r.code, r.stderr, r.stdout, r.events.slice(-12).map((e) => JSON.stringify(e)).join('\n')); }
    }
  }
}); });
