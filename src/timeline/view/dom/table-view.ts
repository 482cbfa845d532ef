import type { Place } from '../../protocol';
import type { Row } from '../model/row';
import { goToText, placeOf, placeText } from '../place';
import { say } from '../say';
import { rowSentence } from '../sentences';
import { formatDuration, formatPoint } from '../units';
import { words } from '../words';
import { button, element } from './element';

/** Longer tables would make the page slow; what is left out is said. */
const mostSpans = 1000;
const mostLanes = 200;

/** The run without any picture: a sentence for each lane, and every span in a table. */
export class TableView {
  readonly node = element('section', {
    class: 'table-view',
    attributes: { 'aria-label': say('table.title'), tabindex: '0' },
  });

  constructor(private readonly reveal: (place: Place) => void) {
    this.node.hidden = true;
  }

  show(rows: readonly Row[]): void {
    const lanes = rows.filter(({ kind }) => kind !== 'shared');
    const sentences = lanes.slice(0, mostLanes).map((row) => element('li', { text: rowSentence(row) }));
    const spans = rows.flatMap((row) => row.pieces.slice(0, mostSpans).map((piece) => ({ row, piece })));
    const count = rows.reduce((sum, { pieces }) => sum + pieces.length, 0);
    const columns = ['lane', 'state', 'on', 'from', 'to', 'length', 'line'] as const;
    const heads = columns.map((column) =>
      element('th', { text: say(`table.${column}`), attributes: { scope: 'col' } }),
    );
    const body = element('tbody');
    for (const { row, piece } of spans.slice(0, mostSpans)) {
      const texts = [
        row.name,
        words.states[piece.state],
        piece.via ?? piece.on ?? '',
        formatPoint(piece.start),
        formatPoint(piece.end),
        formatDuration(piece.end - piece.start),
      ];
      const cells = texts.map((text, index) =>
        element('td', { text, class: index >= 3 ? 'time' : '', attributes: { dir: 'auto' } }),
      );
      body.append(element('tr', {}, ...cells, this.#lineCell(placeOf(piece))));
    }
    this.node.replaceChildren(
      element('h2', { text: say('table.words') }),
      element('ul', {}, ...sentences),
      ...note('table.cutLanes', mostLanes, lanes.length),
      element('h2', { text: say('table.title') }),
      ...note('table.cut', mostSpans, count),
      element('table', {}, element('thead', {}, element('tr', {}, ...heads)), body),
    );
  }

  #lineCell(place: Place | null): HTMLElement {
    if (place === null) {
      return element('td');
    }
    const go = button(
      place.module === undefined ? String(place.line) : placeText(place),
      () => {
        this.reveal(place);
      },
      { class: 'link', attributes: { 'aria-label': goToText(place) } },
    );
    return element('td', {}, go);
  }
}

function note(id: 'table.cut' | 'table.cutLanes', shown: number, all: number): HTMLElement[] {
  return all > shown ? [element('p', { class: 'dim', text: say(id, shown, all) })] : [];
}
