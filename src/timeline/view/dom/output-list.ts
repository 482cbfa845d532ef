import type { OutputLine } from '../output';
import { formatPoint } from '../units';
import { say } from '../say';
import { element, setText } from './element';

/** More lines than this are not shown: the last ones are. */
const mostLines = 1000;

/** What the program wrote, as a table that grows while it runs. */
export class OutputList {
  readonly node: HTMLElement;
  readonly #body = element('tbody');
  readonly #scroller: HTMLElement;
  readonly #cut = element('p', { class: 'dim cut' });
  #shown: readonly OutputLine[] = [];

  constructor() {
    const title = say('output.title');
    const heads = (['time', 'lane', 'text'] as const).map((column) =>
      element('th', { text: say(`output.${column}`), attributes: { scope: 'col' } }),
    );
    const table = element('table', {}, element('thead', {}, element('tr', {}, ...heads)), this.#body);
    const attributes = { tabindex: '0', role: 'region', 'aria-label': title };
    this.#scroller = element('div', { class: 'lines', attributes }, table);
    this.node = element(
      'section',
      { class: 'output' },
      element('h2', { text: title }),
      this.#cut,
      this.#scroller,
    );
    this.show([]);
  }

  /** Shows these lines. Lines that are there already stay untouched. */
  show(lines: readonly OutputLine[]): void {
    this.node.hidden = lines.length === 0;
    const kept = lines.slice(-mostLines);
    this.#cut.hidden = kept.length === lines.length;
    setText(this.#cut, say('output.cut', kept.length, lines.length));
    const same = kept.findIndex((line, index) => !isSame(line, this.#shown[index]));
    const from = same === -1 ? kept.length : same;
    if (from === this.#shown.length && from === kept.length) {
      return;
    }
    const isAtEnd = this.#isAtEnd;
    while (this.#body.rows.length > from) {
      this.#body.deleteRow(-1);
    }
    this.#body.append(...kept.slice(from).map(rowOf));
    this.#shown = kept;
    if (isAtEnd && from > 0 && from < kept.length) {
      this.#scroller.scrollTop = this.#scroller.scrollHeight;
    }
  }

  /** True while nobody has scrolled up; asking the page costs it a layout, so an empty list does not. */
  get #isAtEnd(): boolean {
    if (this.#shown.length === 0) {
      return true;
    }
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
    return scrollTop + clientHeight >= scrollHeight - 4;
  }
}

function isSame(a: OutputLine, b: OutputLine | undefined): boolean {
  return a.time === b?.time && a.text === b.text && a.lane === b.lane && a.isError === b.isError;
}

function rowOf({ time, lane, isError, text }: OutputLine): HTMLElement {
  const content = element('td', { class: 'text' });
  if (isError) {
    content.append(element('span', { class: 'error-badge', text: say('output.error') }));
  }
  content.append(element('span', { text, attributes: { dir: 'auto' } }));
  return element(
    'tr',
    isError ? { class: 'error' } : {},
    element('td', { class: 'time', text: formatPoint(time) }),
    element('td', { class: 'lane', text: lane ?? say('output.nobody'), attributes: { dir: 'auto' } }),
    content,
  );
}
