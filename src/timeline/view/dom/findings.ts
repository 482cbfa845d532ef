import type { TraceFinding, TraceFindingKind } from '../../../core/trace/trace';
import { words } from '../words';
import { button, element } from './element';

/** What the buttons of a finding ask for. */
export interface FindingActions {
  reveal(line: number): void;
  lesson(section: string): void;
}

const badges: Readonly<Record<TraceFindingKind, string>> = {
  deadlock: '✖',
  'blocked-loop': '■',
  'never-awaited': '▲',
  'never-finished': '●',
  'never-retrieved': '▼',
  'destroyed-pending': '○',
  'undrained-queue': '▬',
  'one-after-another': '◆',
};

/** The list of what the run shows, a sentence each; it links to `lessons`, the sections that the course has. */
export function findingsList(
  findings: readonly TraceFinding[],
  lessons: readonly string[],
  actions: FindingActions,
): HTMLElement {
  const items = findings.map((finding) => item(finding, lessons.includes(finding.section), actions));
  const list = element('ul', {}, ...items);
  const heading = element('h2', { text: words.findings.title });
  const section = element('section', { class: 'findings' }, heading, list);
  section.hidden = findings.length === 0;
  return section;
}

function item(
  { kind, message, section, line }: TraceFinding,
  hasLesson: boolean,
  actions: FindingActions,
): HTMLElement {
  const { goTo, lesson } = words.findings;
  const label = words.findingKinds[kind];
  const badge = element('span', {
    class: 'badge',
    text: badges[kind],
    attributes: { role: 'img', 'aria-label': label, title: label },
  });
  const links = element('span', { class: 'links' });
  if (line !== null) {
    const onClick = () => {
      actions.reveal(line);
    };
    links.append(button(goTo(line), onClick, { class: 'link' }));
  }
  if (hasLesson) {
    const openLesson = () => {
      actions.lesson(section);
    };
    links.append(button(lesson(section), openLesson, { class: 'link' }));
  }
  const text = element('span', { class: 'message', text: message });
  return element('li', { attributes: { 'data-kind': kind } }, badge, text, links);
}
