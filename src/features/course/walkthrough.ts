import { commands, Disposable, type Extension, type ExtensionContext } from 'vscode';
import {
  isPartId,
  partIds,
  parts,
  sectionIds,
  sections,
  type PartId,
  type SectionId,
} from '../../core/course/outline';
import { isDone, type Progress } from '../../core/course/progress';
import { whereToContinue } from '../../core/course/way';
import { registerCommand, setContext } from '../ids';
import type { ProgressStore } from './progress-store';

/** Keeps the walkthroughs' ticks and the context keys behind them equal to the stored progress. */
export function register({ extension }: ExtensionContext, store: ProgressStore): Disposable {
  const ticks = new Map<SectionId | PartId, boolean>();

  async function show(progress: Progress): Promise<void> {
    const done = (id: SectionId) => isDone(progress, id);
    await Promise.all([
      ...sectionIds.map((id) => showDone(id, done(id), [stepOf(extension, id)])),
      ...partIds.map((id) => showDone(id, parts[id].sections.every(done), closingSteps(extension, id))),
    ]);
  }

  async function showDone(id: SectionId | PartId, done: boolean, steps: readonly string[]): Promise<void> {
    const before = ticks.get(id);
    if (before === done) {
      return;
    }
    ticks.set(id, done);
    await setContext(`asyncTutor.done.${id}`, done);
    if (done || before === true) {
      await Promise.all(steps.map((step) => tick(step, done)));
    }
  }

  const open = (argument?: unknown) => {
    const section = whereToContinue(store.progress) ?? '1.1';
    const part = isPartId(argument) ? argument : sections[section].part;
    return commands.executeCommand('workbench.action.openWalkthrough', `${extension.id}#${part}`, false);
  };

  void show(store.progress);
  if (process.env['ASYNC_TUTOR_OPEN_WALKTHROUGH'] === '1') {
    void open();
  }
  return Disposable.from(store.onDidChange(show), registerCommand('asyncTutor.openWalkthrough', open));
}

/**
 * A completion event counts once a window, so a step that was reset would not be ticked again by its context key:
 * the editor is told directly, where it knows how.
 */
export async function tick(step: string, done: boolean): Promise<void> {
  const command = done ? 'welcome.markStepComplete' : 'welcome.markStepIncomplete';
  await commands.executeCommand(command, step).then(undefined, () => undefined);
}

/** The editor's name for a section's step. */
export function stepOf(extension: Extension<unknown>, id: SectionId): string {
  return `${extension.id}#${sections[id].part}#${id}`;
}

function closingSteps(extension: Extension<unknown>, part: PartId): readonly string[] {
  return parts[part].closing.map(({ id }) => `${extension.id}#${part}#${id}`);
}
