import { availableParallelism } from 'node:os';
import path from 'node:path';
import { applyEdits } from '../core/mistakes/apply';
import type { Review } from '../core/mistakes/engine';
import type { Silence } from '../core/mistakes/silence';
import type { SourceDocument } from '../core/mistakes/source';
import { AnalysisClient } from '../platform/analysis/client';
import { distDirectory } from '../platform/assets';

/** A worker takes a second to load its compiler: fewer files than this are not worth one more. */
const filesPerWorker = 40;
const mostWorkers = 8;
/** A file that takes longer is given up, in milliseconds. */
const patienceMs = 60_000;

/** What there is to say about a document, and where the first piece of it begins that could not be understood. */
export interface Reviewed extends Review {
  readonly firstError: number | undefined;
}

/** Workers that check documents side by side; one that dies or hangs on a document is replaced. */
export interface Pool {
  /** What there is to say about each document, in their order; a sentence where one could not be checked. */
  review(documents: readonly SourceDocument[], silence: Silence): Promise<readonly (Reviewed | string)[]>;
  /** The document's text after all preferred fixes. */
  fixAll(document: SourceDocument, silence: Silence): Promise<string | undefined>;
  dispose(): Promise<void>;
}

/** A pool for about so many files. */
export function createPool(files: number): Pool {
  const problems = new Map<string, string>();
  const wanted = Math.min(availableParallelism(), mostWorkers, Math.ceil(files / filesPerWorker));
  const clients = Array.from(
    { length: Math.max(wanted, 1) },
    () =>
      new AnalysisClient({
        script: path.join(distDirectory(), 'analysis-worker.js'),
        patienceMs,
        onProblem: ({ path: file, reason }) => {
          problems.set(file, reason.split('\n', 1)[0] ?? reason);
        },
      }),
  );
  const [first] = clients;
  return {
    async review(documents, silence) {
      const work = async (client: AnalysisClient, part: readonly SourceDocument[]) => {
        const reviews: (Reviewed | string)[] = [];
        client.setUpcoming(part.map(({ path: file }) => file));
        for (const document of part) {
          const review = await client.review(document, silence);
          reviews.push(
            review
              ? { ...review, firstError: await client.firstError(document) }
              : `It could not be checked: ${problems.get(document.path) ?? 'no answer'}.`,
          );
        }
        return reviews;
      };
      const parts = inParts(documents, clients.length);
      return (await Promise.all(clients.map((client, place) => work(client, parts[place] ?? [])))).flat();
    },
    async fixAll(document, silence) {
      const edits = await first?.fixAll(document, silence);
      return edits && applyEdits(document.text, edits);
    },
    async dispose() {
      await Promise.all(clients.map((client) => client.dispose()));
    },
  };
}

/** Documents in so many parts of about the same length of text; neighbours, which share what they import, stay together. */
function inParts(
  documents: readonly SourceDocument[],
  count: number,
): readonly (readonly SourceDocument[])[] {
  const whole = documents.reduce((length, { text }) => length + text.length, 0);
  const parts: SourceDocument[][] = Array.from({ length: count }, () => []);
  let before = 0;
  for (const document of documents) {
    const middle = before + document.text.length / 2;
    parts[Math.min(Math.floor((middle / whole) * count), count - 1)]?.push(document);
    before += document.text.length;
  }
  return parts;
}
