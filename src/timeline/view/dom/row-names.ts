import { describePiece, describeRow, describeWritten } from '../describe';
import { rowHeight } from '../layout/heights';
import type { Picture, PlacedRow } from '../layout/picture';
import type { Row } from '../model/row';
import { say } from '../say';
import { element, setAttribute, setText } from './element';

/** Which row has the focus, and which of its pieces; null for the row's name. */
export interface Cursor {
  readonly row: number;
  readonly piece: number | null;
}

interface RowNode {
  readonly node: HTMLElement;
  readonly head: HTMLElement;
  readonly twisty: HTMLElement;
  readonly name: HTMLElement;
  readonly note: HTMLElement;
  readonly track: HTMLElement;
}

/** Deeper nesting is not indented further: names must stay readable. */
const deepest = 6;

/** The names at the left of the picture. They are also the grid through which the keyboard and screen readers go. */
export class RowNames {
  readonly node = element('div', { class: 'names' });
  readonly #nodes = new Map<number, RowNode>();

  constructor(private readonly noteOf: (row: Row) => string) {}

  /** Shows the rows in view, and keeps the row with the focus even where it is out of view. */
  show(picture: Picture, cursor: Cursor, folded: ReadonlySet<string>): void {
    const shown = new Set<number>();
    for (const placed of picture.rows) {
      shown.add(placed.index);
      this.#place(placed, picture, cursor, folded);
    }
    for (const [index, { node }] of this.#nodes) {
      if (!shown.has(index) && node.contains(document.activeElement)) {
        node.style.transform = `translateY(${-2 * rowHeight}px)`;
      } else if (!shown.has(index)) {
        node.remove();
        this.#nodes.delete(index);
      }
    }
  }

  /** Moves the focus to the cursor's row or piece; the row must be in view. */
  focus({ row, piece }: Cursor): void {
    const found = this.#nodes.get(row);
    const cell = found?.track.firstElementChild;
    const target = piece !== null && cell instanceof HTMLElement ? cell : found?.head;
    target?.focus({ preventScroll: true });
  }

  #place(
    { index, row, y }: PlacedRow,
    { scale }: Picture,
    cursor: Cursor,
    folded: ReadonlySet<string>,
  ): void {
    const { node, head, twisty, name, note, track } = this.#nodes.get(index) ?? this.#create(index);
    const isFolded = folded.has(row.key);
    setAttribute(node, 'aria-level', String(row.depth + 1));
    setAttribute(node, 'aria-expanded', row.isParent ? String(!isFolded) : null);
    setAttribute(
      twisty,
      'title',
      row.isParent ? say(isFolded ? 'rows.expand' : 'rows.collapse', row.name) : null,
    );
    setText(twisty, row.isParent ? (isFolded ? '▸' : '▾') : row.depth > 0 ? '↳' : '');
    twisty.classList.toggle('active', row.isParent);
    node.style.transform = `translateY(${y}px)`;
    const isCurrent = cursor.row === index;
    setAttribute(node, 'data-kind', row.kind);
    setAttribute(head, 'aria-label', describeRow(row));
    setAttribute(head, 'tabindex', isCurrent && cursor.piece === null ? '0' : '-1');
    head.style.setProperty('--at-depth', String(Math.min(row.depth, deepest)));
    twisty.hidden = row.depth === 0 && !row.isParent;
    setAttribute(name, 'title', row.name);
    setText(name, row.name);
    setText(note, this.noteOf(row));

    const piece = isCurrent && cursor.piece !== null ? row.pieces[cursor.piece] : undefined;
    if (piece === undefined || cursor.piece === null) {
      track.replaceChildren();
      return;
    }
    const cell = this.#cellOf(track, cursor.piece);
    const place = say('hover.span', cursor.piece + 1, row.pieces.length);
    const told = [...describePiece(row, piece), place, ...describeWritten(row, piece)];
    setAttribute(cell, 'aria-label', told.join(', '));
    const from = Math.max(scale.x(piece.start), 0);
    const to = Math.min(scale.x(piece.end), scale.width);
    cell.style.transform = `translateX(${from - 3}px)`;
    cell.style.width = `${Math.max(to - from, 1) + 6}px`;
  }

  /** Each piece gets a cell of its own, for screen readers speak of a new focus and not of a changed one. */
  #cellOf(track: HTMLElement, piece: number): HTMLElement {
    const column = String(piece + 2);
    const [shown] = track.children;
    if (shown instanceof HTMLElement && shown.getAttribute('aria-colindex') === column) {
      return shown;
    }
    const attributes = { role: 'gridcell', tabindex: '0', 'aria-colindex': column };
    const cell = element('div', { class: 'cell', attributes });
    track.replaceChildren(cell);
    return cell;
  }

  #create(index: number): RowNode {
    const twisty = element('span', { class: 'twisty dim' });
    const name = element('span', { class: 'name', attributes: { dir: 'auto' } });
    const note = element('span', { class: 'note' });
    const head = element(
      'div',
      { class: 'head', attributes: { role: 'rowheader', 'aria-colindex': '1' } },
      twisty,
      name,
      note,
    );
    const track = element('div', { class: 'track' });
    const attributes = { role: 'row', 'aria-rowindex': String(index + 1) };
    const node = element('div', { class: 'row', attributes }, head, track);
    const next = [...this.#nodes].find(([other]) => other > index)?.[1].node ?? null;
    this.node.insertBefore(node, next);
    const made = { node, head, twisty, name, note, track };
    this.#nodes.set(index, made);
    return made;
  }
}
