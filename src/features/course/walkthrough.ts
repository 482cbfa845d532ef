import { commands, Disposable, window, type ExtensionContext, type Tab } from 'vscode';
import {
  isPartId,
  partIds,
  parts,
  sectionIds,
  sections,
  type PartId,
  type SectionId,
} from '../../core/course/outline';
import { isDone } from '../../core/course/progress';
import { whereToContinue } from '../../core/course/way';
import { registerCommand, setContext } from '../ids';
import type { ProgressStore } from './progress-store';

/**
 * Keeps the walkthroughs' ticks and the context keys behind them equal to the stored progress. The editor keeps ticks of
 * its own, and tells nobody when a learner sets one by hand: each time a walkthrough comes to the front, all are set anew.
 */
export function register({ extension }: ExtensionContext, store: ProgressStore): Disposable {
  const show = async () => {
    const done = (id: SectionId) => isDone(store.progress, id);
    await Promise.all([
      ...sectionIds.map((id) => showDone(id, done(id), sections[id].part, [id])),
      ...partIds.map((id) => {
        const steps = parts[id].closing.map((closing) => closing.id);
        return showDone(id, parts[id].sections.every(done), id, steps);
      }),
    ]);
  };

  async function showDone(
    id: SectionId | PartId,
    done: boolean,
    part: PartId,
    steps: readonly string[],
  ): Promise<void> {
    await setContext(`asyncTutor.done.${id}`, done);
    await Promise.all(steps.map((step) => tick(`${extension.id}#${part}#${step}`, done)));
  }

  const open = (argument?: unknown) => {
    const section = whereToContinue(store.progress) ?? '1.1';
    const part = isPartId(argument) ? argument : sections[section].part;
    return commands.executeCommand('workbench.action.openWalkthrough', `${extension.id}#${part}`, false);
  };

  void show();
  if (process.env['ASYNC_TUTOR_OPEN_WALKTHROUGH'] === '1') {
    void open();
  }
  return Disposable.from(
    store.onDidChange(show),
    window.tabGroups.onDidChangeTabs(async () => {
      if (isWalkthrough(window.tabGroups.activeTabGroup.activeTab)) {
        await show();
      }
    }),
    registerCommand('asyncTutor.openWalkthrough', open),
  );
}

/** The editor has no kind of input for its walkthroughs. */
const isWalkthrough = (tab: Tab | undefined) => tab !== undefined && tab.input === undefined;

/**
 * A completion event counts once a window, so a step that was reset would not be ticked again by its context key:
 * the editor is told directly, where it knows how.
 */
async function tick(step: string, done: boolean): Promise<void> {
  const command = done ? 'welcome.markStepComplete' : 'welcome.markStepIncomplete';
  await commands.executeCommand(command, step).then(undefined, () => undefined);
}
