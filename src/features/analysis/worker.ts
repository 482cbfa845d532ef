import { parentPort } from 'node:worker_threads';
import { assetsIn } from '../../platform/assets';
import { diskChecker } from '../../platform/checker';
import type { CheckReply, CheckRequest } from './protocol';

const checker = diskChecker(assetsIn(__dirname));

parentPort?.on('message', ({ id, document }: CheckRequest) => {
  void checker.check(document).then(
    (findings) => {
      answer({ id, findings });
    },
    (error: unknown) => {
      answer({ id, problem: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    },
  );
});

function answer(reply: CheckReply): void {
  parentPort?.postMessage(reply);
}
