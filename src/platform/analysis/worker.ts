import { parentPort } from 'node:worker_threads';
import { fixAll } from '../../core/mistakes/fix-all';
import { assetsIn } from '../assets';
import { diskChecker } from '../checker';
import type { Questions, Reply, Request } from './protocol';

const checker = diskChecker(assetsIn(__dirname));

function answer(request: Request): Promise<Questions[Request['question']]['answer']> {
  const { document } = request;
  switch (request.question) {
    case 'review':
      return checker.review(document, request.silence);
    case 'fixAll':
      return fixAll(document.text, (text) => checker.check({ ...document, text }, request.silence));
    case 'ignore':
      return checker.ignore(document, request.place);
  }
}

function send(reply: Reply): void {
  parentPort?.postMessage(reply);
}

parentPort?.on('message', (request: Request) => {
  const { id } = request;
  answer(request).then(
    (found) => {
      send({ id, answer: found });
    },
    (error: unknown) => {
      send({ id, problem: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    },
  );
});
