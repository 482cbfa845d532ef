import type { FinishedRun, RunStart } from '../protocol';
import type { Story } from './model/story';

/** A run on the stage: under way, or over. */
export interface Staged {
  readonly run: RunStart | FinishedRun;
  readonly story: Story;
}
