import {
  Disposable,
  EventEmitter,
  l10n,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  window,
  type TreeDataProvider,
} from 'vscode';
import { partIds, parts, sectionIds, sections, type PartId, type SectionId } from '../../core/course/outline';
import { isDone } from '../../core/course/progress';
import { minutesLeft, whereToContinue } from '../../core/course/way';
import type { CurrentSection } from './current-section';
import type { ProgressStore } from './progress-store';

type Node = { readonly part: PartId } | { readonly section: SectionId };

/** The Async Tutor view: parts and sections, what is done, and how long the rest takes. */
export function register(store: ProgressStore, current: CurrentSection): Disposable {
  const changed = new EventEmitter<undefined>();
  const provider: TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getChildren: (node) => childrenOf(node),
    getParent: (node) => ('section' in node ? { part: sections[node.section].part } : undefined),
    getTreeItem: (node) =>
      'part' in node ? partItem(store, node.part) : sectionItem(store, current, node.section),
  };
  const view = window.createTreeView('asyncTutor.course', {
    treeDataProvider: provider,
    showCollapseAll: true,
  });
  const refresh = () => {
    view.message = summary(store);
    changed.fire(undefined);
  };
  refresh();
  return Disposable.from(changed, view, store.onDidChange(refresh), current.onDidChange(refresh));
}

function childrenOf(node: Node | undefined): Node[] {
  if (node === undefined) {
    return partIds.map((part) => ({ part }));
  }
  return 'part' in node ? parts[node.part].sections.map((section) => ({ section })) : [];
}

function summary(store: ProgressStore): string {
  const done = sectionIds.filter((id) => isDone(store.progress, id)).length;
  return done === sectionIds.length
    ? l10n.t('All {0} sections are done.', done)
    : l10n.t('{0} of {1} sections done, about {2} left.', done, sectionIds.length, left(store, sectionIds));
}

function partItem(store: ProgressStore, part: PartId): TreeItem {
  const ids = parts[part].sections;
  const done = ids.filter((id) => isDone(store.progress, id)).length;
  const title = parts[part].title;
  const item = new TreeItem(
    l10n.t('Part {0}: {1}', partIds.indexOf(part) + 1, title),
    done === ids.length ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.Expanded,
  );
  item.id = part;
  item.contextValue = 'part';
  item.description =
    done === ids.length ? l10n.t('done') : l10n.t('{0} of {1}, {2} left', done, ids.length, left(store, ids));
  return item;
}

function sectionItem(store: ProgressStore, current: CurrentSection, id: SectionId): TreeItem {
  const { title, minutes, teaches } = sections[id];
  const done = isDone(store.progress, id);
  const here = whereToContinue(store.progress, current.visited) === id;
  const item = new TreeItem(`${id} ${title}`, TreeItemCollapsibleState.None);
  item.id = id;
  item.contextValue = 'section';
  item.tooltip = teaches;
  item.description = here ? l10n.t('{0} min, continue here', minutes) : l10n.t('{0} min', minutes);
  item.iconPath = done
    ? new ThemeIcon('pass-filled', new ThemeColor('testing.iconPassed'))
    : new ThemeIcon(here ? 'arrow-circle-right' : 'circle-large-outline');
  const shown = `${id} ${title} ${item.description}`;
  item.accessibilityInformation = {
    label: done ? l10n.t('{0}, done', shown) : l10n.t('{0}, not done', shown),
  };
  item.command = { command: 'asyncTutor.openSection', title: l10n.t('Open the Section'), arguments: [id] };
  return item;
}

function left(store: ProgressStore, ids: readonly SectionId[]): string {
  const minutes = minutesLeft(store.progress, ids);
  return minutes < 90
    ? l10n.t('{0} min', minutes)
    : l10n.t('{0} h {1} min', Math.floor(minutes / 60), minutes % 60);
}
