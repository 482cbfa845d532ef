import type { TraceFinding, TraceFindingKind } from '../../../core/trace/trace';
import type { FinishedRun, Place } from '../../protocol';
import { badgeColour } from '../draw/glyphs';
import { goToText, placeOf } from '../place';
import { say } from '../say';
import { words } from '../words';
import { button, element, setText } from './element';
import { speak } from './speech';

/** What the buttons of a finding ask for. */
export interface FindingActions {
  reveal(place: Place): void;
  lesson(section: string): void;
  explain(mistake: string): void;
  /** Selects the span that the finding is about. */
  select(finding: number): void;
  runFixed(finding: number): void;
}

/** The list of what a run shows, a sentence each, numbered like the badges in the picture. */
export class FindingsList {
  readonly node = element('section', { class: 'findings' });
  readonly #heading = element('h2');
  readonly #list = element('ol');

  constructor(private readonly actions: FindingActions) {
    this.node.append(this.#heading, this.#list);
    this.node.hidden = true;
  }

  clear(): void {
    this.#list.replaceChildren();
    this.node.hidden = true;
  }

  /** `selectable` are the indexes of the findings that the picture shows, `fixable` those with a fix to try. */
  show(
    heading: string,
    { trace: { findings }, lessons }: FinishedRun,
    selectable: ReadonlySet<number>,
    fixable: ReadonlySet<number>,
  ): void {
    this.node.hidden = findings.length === 0;
    setText(this.#heading, heading);
    this.#list.replaceChildren(
      ...findings.map((finding, index) => {
        const links = this.#links(finding, index, lessons, fixable.has(index));
        const { kind, message } = finding;
        const item = element('li', { attributes: { 'data-colour': badgeColour[kind] } }, badge(kind, index));
        if (selectable.has(index)) {
          const select = button(
            '',
            () => {
              this.actions.select(index);
            },
            { class: 'message', attributes: { title: say('findings.select') } },
          );
          item.append(speak(select, message), links);
        } else {
          item.append(speak(element('span', { class: 'message' }), message), links);
        }
        return item;
      }),
    );
  }

  #links(finding: TraceFinding, index: number, lessons: readonly string[], isFixable: boolean): HTMLElement {
    const { actions } = this;
    const { section, mistake } = finding;
    const place = placeOf(finding);
    const links = element('span', { class: 'links' });
    const add = (text: string, onClick: () => void) => {
      links.append(button(text, onClick, { class: 'link' }));
    };
    if (place !== null) {
      add(goToText(place), () => {
        actions.reveal(place);
      });
    }
    if (mistake !== null) {
      add(say('findings.explain'), () => {
        actions.explain(mistake);
      });
    }
    if (lessons.includes(section)) {
      add(say('findings.lesson', section), () => {
        actions.lesson(section);
      });
    }
    if (isFixable) {
      add(say('findings.runFixed'), () => {
        actions.runFixed(index);
      });
    }
    return links;
  }
}

function badge(kind: TraceFindingKind, index: number): HTMLElement {
  const label = words.findingKinds[kind];
  const text = String(index + 1);
  return element('span', {
    class: 'badge',
    text,
    attributes: { role: 'img', 'aria-label': `${text}: ${label}`, title: label },
  });
}
