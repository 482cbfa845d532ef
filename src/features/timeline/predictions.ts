import type { Prediction } from '../../timeline/protocol';
import { timeIn } from '../../timeline/prediction';
import { orderIn } from '../../timeline/said-order';
import type { Asked } from '../course/predict';

/** What the learner said before a run, for the panel to draw against what happened; null when nothing was said. */
export function predictionShown(asked: Asked | undefined): Prediction | null {
  const answer = asked?.answer ?? null;
  if (asked === undefined || answer === null) {
    return null;
  }
  const { question, choices, written = choices, right, why } = asked.question;
  const order = orderIn(written, answer, right);
  return {
    question,
    said: choices[answer] ?? '',
    right: choices[right] ?? '',
    why,
    saidMs: timeIn(written[answer] ?? ''),
    rightMs: timeIn(written[right] ?? ''),
    ...(order !== null && { order }),
  };
}
