// Imported first: tables of the core are translated as they are loaded.
import { workerData } from 'node:worker_threads';
import * as l10n from '@vscode/l10n';
import type { WorkerData } from './protocol';

const { translations } = workerData as WorkerData;
if (translations !== undefined) {
  l10n.config({ contents: translations });
}
