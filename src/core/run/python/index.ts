import path from 'node:path';
import { channelToken } from '../command';
import type { RunRequest } from '../run';

/** Where the recorder lies: `recorder.py`, with `sitecustomize.py` beside it. */
export interface PythonRecorderAssets {
  readonly recorderPath: string;
}

/** What follows the interpreter on the command line, and what is added to the environment. */
export interface PythonCommand {
  readonly args: string[];
  readonly env: Record<string, string>;
  readonly token: string;
}

/**
 * Describes how to start a Python program under its recorder. The program is Python's own main script: the recorder
 * comes in front of it through PYTHONPATH, as `sitecustomize`, and puts the environment back before the program starts.
 * The events are to be read from file descriptor 3, which must be a pipe.
 *
 * @param inherited environment that the process will inherit, for its PYTHONPATH
 */
export function pythonCommand(
  request: RunRequest,
  assets: PythonRecorderAssets,
  inherited: Readonly<Record<string, string | undefined>> = process.env,
): PythonCommand {
  const searchPath = request.environment['PYTHONPATH'] ?? inherited['PYTHONPATH'];
  const token = channelToken();
  const folder = path.dirname(assets.recorderPath);
  return {
    args: [request.file, ...request.args],
    env: {
      PYTHONPATH: searchPath ? `${folder}${path.delimiter}${searchPath}` : folder,
      ...(searchPath === undefined ? {} : { ASYNC_TUTOR_PYTHONPATH: searchPath }),
      ASYNC_TUTOR_PROGRAM: request.file,
      ASYNC_TUTOR_CLOCK: request.clock,
      ASYNC_TUTOR_TOKEN: token,
    },
    token,
  };
}
