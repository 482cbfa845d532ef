import { Disposable } from 'vscode';
import type { Found } from '../mistakes/found';
import type { RunParts } from '../run/start';
import * as compare from './compare';
import * as fixed from './fixed';
import { History } from './history';
import * as lineNotes from './line-notes';
import * as lineSync from './line-sync';
import * as share from './share';

/** Everything around the timeline panel: what the editor shows of a run, and what can be done with it afterwards. */
export function register(parts: RunParts, found: Found): Disposable {
  const { panel } = parts;
  const history = new History(panel);
  return Disposable.from(
    history,
    compare.register(panel, history),
    fixed.register(parts, found),
    lineNotes.register(panel),
    lineSync.register(panel),
    share.register(panel),
  );
}
