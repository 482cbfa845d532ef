import { isAbsolute, relative, dirname, resolve } from 'node:path';
import { channelToken, type RecorderCommand } from '../command';
import type { RunRequest } from '../run';
import { configEnvironment } from './config';

/**
 * How Node runs `request.file` under the recorder.
 * @param registerPath Absolute path of the built `recorder/node/register.js`.
 */
export function nodeCommand(request: RunRequest, registerPath: string): RecorderCommand {
  const token = channelToken();
  return {
    args: ['--require', registerPath, request.file, ...request.args],
    env: configEnvironment({
      clock: request.clock,
      roots: ownFolders(request),
      traceBytes: request.limits.traceBytes,
      token,
    }),
    token,
  };
}

/** The program's folder, and the working directory where the program lies somewhere inside it. */
function ownFolders(request: RunRequest): readonly string[] {
  const { cwd } = request;
  const file = resolve(cwd, request.file);
  const inside = relative(cwd, file);
  const isInside = inside !== '' && !inside.startsWith('..') && !isAbsolute(inside);
  return isInside ? [dirname(file), cwd] : [dirname(file)];
}
