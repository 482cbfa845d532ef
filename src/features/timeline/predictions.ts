import { l10n, Uri } from 'vscode';
import { sections } from '../../core/course/outline';
import { progressOf } from '../../core/course/progress';
import type { PredictionOf } from '../../timeline/panel';
import { timeIn } from '../../timeline/prediction';
import type { DemoFiles } from '../course/demo-files';
import type { ProgressStore } from '../course/progress-store';

/** What the learner said of a demo before it ran, for the panel to draw against what happened. */
export function predictions(demos: DemoFiles, store: ProgressStore): PredictionOf {
  return (file) => {
    const section = demos.sectionOf(Uri.parse(file));
    if (section === undefined) {
      return null;
    }
    const { question, choices, right, why } = sections[section].prediction;
    const { answer } = progressOf(store.progress, section);
    const said = answer === null ? undefined : choices[answer];
    const truth = choices[right];
    if (said === undefined || truth === undefined) {
      return null;
    }
    return {
      question: l10n.t(question),
      said: l10n.t(said),
      right: l10n.t(truth),
      why: l10n.t(why),
      saidMs: timeIn(said),
    };
  };
}
