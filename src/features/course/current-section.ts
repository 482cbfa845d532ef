import {
  Disposable,
  EventEmitter,
  TabInputCustom,
  TabInputText,
  TabInputWebview,
  window,
  type Memento,
  type Tab,
  type Uri,
} from 'vscode';
import { isSectionId, sectionFile, sectionIds, type SectionId } from '../../core/course/outline';
import type { DemoFiles } from './demo-files';

const key = 'asyncTutor.section';

/** The section in front of the learner: its demo, its lesson, or the timeline that was opened beside them. */
export class CurrentSection implements Disposable {
  readonly #changed = new EventEmitter<SectionId | undefined>();
  readonly #demos: DemoFiles;
  readonly #memento: Memento;
  readonly #watching: Disposable;
  #active: SectionId | undefined;

  constructor(memento: Memento, demos: DemoFiles) {
    this.#memento = memento;
    this.#demos = demos;
    const look = () => {
      this.#look();
    };
    this.#watching = Disposable.from(
      window.tabGroups.onDidChangeTabs(look),
      window.tabGroups.onDidChangeTabGroups(look),
    );
    this.#look();
  }

  /** Fires with the section that came to the front, undefined when something else did. */
  readonly onDidChange = this.#changed.event;

  get active(): SectionId | undefined {
    return this.#active;
  }

  /** The section that was in front last, in this window or an earlier one. */
  get visited(): SectionId | undefined {
    const stored = this.#memento.get(key);
    return this.#active ?? (isSectionId(stored) ? stored : undefined);
  }

  /** Says that the learner turned to a section by a command. */
  visit(section: SectionId): void {
    void this.#memento.update(key, section);
  }

  dispose(): void {
    this.#watching.dispose();
    this.#changed.dispose();
  }

  #look(): void {
    const tab = window.tabGroups.activeTabGroup.activeTab;
    if (tab?.input instanceof TabInputWebview) {
      return;
    }
    const section = tab && this.#sectionOf(tab);
    if (section === this.#active) {
      return;
    }
    this.#active = section;
    if (section !== undefined) {
      this.visit(section);
    }
    this.#changed.fire(section);
  }

  #sectionOf({ input }: Tab): SectionId | undefined {
    return input instanceof TabInputText || input instanceof TabInputCustom
      ? (this.#demos.sectionOf(input.uri) ?? sectionOfLesson(input.uri))
      : undefined;
  }
}

function sectionOfLesson({ path }: Uri): SectionId | undefined {
  return sectionIds.find((id) => path.endsWith(`/${sectionFile(id, 'lesson.md')}`));
}
