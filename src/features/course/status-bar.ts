import { Disposable, l10n, StatusBarAlignment, window } from 'vscode';
import { sections } from '../../core/course/outline';
import { isDone } from '../../core/course/progress';
import type { CurrentSection } from './current-section';
import type { ProgressStore } from './progress-store';

/** Names the section in front of the learner, as long as one is, and leads to what can be done in it. */
export function register(store: ProgressStore, current: CurrentSection): Disposable {
  const item = window.createStatusBarItem('asyncTutor.section', StatusBarAlignment.Left);
  item.name = l10n.t('Async Tutor: Section');
  item.command = 'asyncTutor.sectionActions';
  const show = () => {
    const id = current.active;
    if (id === undefined) {
      item.hide();
      return;
    }
    const title = sections[id].title;
    const done = isDone(store.progress, id);
    item.text = `$(${done ? 'pass-filled' : 'mortar-board'}) ${id} ${title}`;
    item.tooltip = l10n.t('What to do in this section');
    item.accessibilityInformation = {
      label: done
        ? l10n.t('Async Tutor, section {0}, {1}, done', id, title)
        : l10n.t('Async Tutor, section {0}, {1}', id, title),
      role: 'button',
    };
    item.show();
  };
  show();
  return Disposable.from(item, current.onDidChange(show), store.onDidChange(show));
}
