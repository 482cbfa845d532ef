import type { Language } from '../language';
import type { RecorderCommand } from './command';
import { nodeCommand } from './node';
import { pythonCommand } from './python';
import type { RunRequest } from './run';

/** Absolute paths of the built recorders. */
export interface RecorderPaths {
  readonly nodeRecorder: string;
  readonly pythonRecorder: string;
}

const commands: Readonly<Record<Language, (request: RunRequest, paths: RecorderPaths) => RecorderCommand>> = {
  python: (request, { pythonRecorder }) => pythonCommand(request, { recorderPath: pythonRecorder }),
  typescript: (request, { nodeRecorder }) => nodeCommand(request, nodeRecorder),
};

/** How a program is started under its language's recorder. */
export function recorderCommand(request: RunRequest, paths: RecorderPaths): RecorderCommand {
  return commands[request.language](request, paths);
}
