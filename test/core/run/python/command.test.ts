import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { defaultLimits } from '../../../../src/core/run/limits';
import { pythonCommand } from '../../../../src/core/run/python';
import type { RunRequest } from '../../../../src/core/run/run';
import { programFolder, recorderFolder, runRecorded } from './recorded';

const request: RunRequest = {
  ...{ language: 'python', file: '/home/me/a.py', args: ['-x', 'y'], cwd: '/home/me', clock: 'virtual' },
  ...{ interpreter: ['python3'], environment: {}, stdin: 'none', limits: defaultLimits },
};
const assets = { recorderPath: join('/recorder', 'recorder.py') };

describe('the command that runs Python under its recorder', () => {
  it('runs the program itself, with the recorder in front of it', () => {
    const command = pythonCommand(request, assets, {});
    assert.match(command.token, /^[\w-]{8}$/);
    assert.deepEqual(command, {
      args: ['/home/me/a.py', '-x', 'y'],
      env: {
        PYTHONPATH: '/recorder',
        ASYNC_TUTOR_PROGRAM: '/home/me/a.py',
        ASYNC_TUTOR_CLOCK: 'virtual',
        ASYNC_TUTOR_TOKEN: command.token,
      },
      token: command.token,
    });
  });

  it('keeps the PYTHONPATH of the request, else that of the environment', () => {
    const inherited = { PYTHONPATH: '/theirs' };
    const fromEnvironment = pythonCommand(request, assets, inherited).env;
    assert.equal(fromEnvironment['PYTHONPATH'], `/recorder${delimiter}/theirs`);
    assert.equal(fromEnvironment['ASYNC_TUTOR_PYTHONPATH'], '/theirs');
    const asked = { ...request, environment: { PYTHONPATH: '/asked' } };
    assert.equal(pythonCommand(asked, assets, inherited).env['ASYNC_TUTOR_PYTHONPATH'], '/asked');
  });

  it('hands arguments on', async () => {
    const folder = programFolder();
    const file = folder.write('arguments.py', 'import sys\nprint(sys.argv[1:])\n');
    const { stdout } = await runRecorded(file, { args: ['one', '--two'] });
    folder.remove();
    assert.equal(stdout, "['one', '--two']\n");
  });

  it('runs the program unrecorded when there is no channel', () => {
    const folder = programFolder();
    const file = folder.write('plain.py', 'import os\nprint("ran", "PYTHONPATH" in os.environ)\n');
    const command = pythonCommand(
      { ...request, file, args: [] },
      { recorderPath: join(recorderFolder, 'recorder.py') },
      {},
    );
    const env = { ...process.env, ...command.env, PYTHONDONTWRITEBYTECODE: '1' };
    const { stdout, stderr } = spawnSync('python3', command.args, { env, encoding: 'utf8' });
    folder.remove();
    assert.deepEqual([stdout, stderr], ['ran False\n', '']);
  });

  it('leaves a wrapper on the way to the program alone', () => {
    const folder = programFolder();
    const file = folder.write(
      'inner.py',
      'import os\nprint([name for name in os.environ if "TUTOR" in name])\n',
    );
    const wrapper = folder.write(
      'wrapper.py',
      `import os, subprocess, sys\nprint("wrapped", flush=True)\nsubprocess.run([sys.executable, os.environ["ASYNC_TUTOR_PROGRAM"]])\n`,
    );
    const { env } = pythonCommand(
      { ...request, file },
      { recorderPath: join(recorderFolder, 'recorder.py') },
      {},
    );
    const { stdout } = spawnSync('python3', [wrapper], {
      env: { ...process.env, ...env, PYTHONDONTWRITEBYTECODE: '1' },
      encoding: 'utf8',
    });
    folder.remove();
    assert.equal(stdout, 'wrapped\n[]\n');
  });
});
