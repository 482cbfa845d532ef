import type { Prediction } from '../../timeline/protocol';
import { timeIn } from '../../timeline/prediction';
import type { Asked } from '../course/predict';

/** What the learner said before a run, for the panel to draw against what happened. */
export function predictionShown({ question: asked, answer }: Asked): Prediction {
  const { question, choices, written = choices, right, why } = asked;
  const said = choices[answer] ?? '';
  return { question, said, right: choices[right] ?? '', why, saidMs: timeIn(written[answer] ?? '') };
}
