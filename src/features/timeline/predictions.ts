import { l10n } from 'vscode';
import type { Prediction } from '../../timeline/protocol';
import { timeIn } from '../../timeline/prediction';
import type { Asked } from '../course/predict';

/** What the learner said before a run, for the panel to draw against what happened. */
export function predictionShown({ question: { question, choices, right, why }, answer }: Asked): Prediction {
  const said = choices[answer] ?? '';
  return {
    question: l10n.t(question),
    said: l10n.t(said),
    right: l10n.t(choices[right] ?? ''),
    why: l10n.t(why),
    saidMs: timeIn(said),
  };
}
