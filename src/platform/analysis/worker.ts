import './translations';
import { parentPort } from 'node:worker_threads';
import { fixAll } from '../../core/mistakes/fix-all';
import type { Silence } from '../../core/mistakes/silence';
import type { SourceDocument } from '../../core/mistakes/source';
import { assetsIn } from '../assets';
import { diskChecker } from '../checker';
import { filesOver } from '../files';
import { findSources } from '../sources';
import { changes } from './changes';
import type { Asked, Question, Questions, Reply, Request } from './protocol';

const unsaved = new Map<string, string>();
let upcoming: readonly string[] = [];
const checker = diskChecker(
  assetsIn(__dirname),
  filesOver(unsaved, () => upcoming),
);

async function answer(asked: Asked): Promise<Questions[Question]['answer']> {
  switch (asked.question) {
    case 'review':
      return checker.review(asked.document, asked.silence);
    case 'firstError':
      return checker.firstError(asked.document);
    case 'fixAll':
      return fixes(asked.document, asked.silence);
    case 'ignore':
      return checker.ignore(asked.document, asked.place);
    case 'sources':
      return findSources(asked.paths);
  }
}

async function fixes(document: SourceDocument, silence: Silence): Promise<Questions['fixAll']['answer']> {
  const fixed = await fixAll(document.text, (text) => checker.check({ ...document, text }, silence));
  return fixed === document.text ? [] : changes(document.text, fixed);
}

function send(reply: Reply): void {
  parentPort?.postMessage(reply);
}

parentPort?.on('message', (request: Request) => {
  if ('upcoming' in request) {
    ({ upcoming } = request);
    return;
  }
  if ('unsaved' in request) {
    const { path, text } = request.unsaved;
    unsaved.delete(path);
    if (text !== undefined) {
      unsaved.set(path, text);
    }
    return;
  }
  const { id, asked } = request;
  answer(asked).then(
    (found) => {
      send({ id, answer: found });
    },
    (error: unknown) => {
      send({ id, problem: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    },
  );
});
