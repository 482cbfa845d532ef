import { describeMarks, describePiece, describeWritten } from '../describe';
import type { Place } from '../../protocol';
import { hitAt, type Hit } from '../layout/hit';
import type { Piece } from '../model/row';
import { placeOf } from '../place';
import { say } from '../say';
import { formatDuration } from '../units';
import type { Band } from './band';
import { keyAction } from './keys';
import type { PictureView } from './picture-view';
import { listenToPointer } from './pointer';
import type { Cursor } from './row-names';
import { plain } from './speech';
import type { Tooltip } from './tooltip';

/** From so many spans within reach of the pointer on, none of them is named. */
const crowdFrom = 3;
const reachPixels = 6;
/** A smaller box was not meant. */
const leastBox = 5;

/** What hands on a picture ask for, beyond moving in it. */
export interface HandActions {
  reveal(place: Place): void;
  fold(key: string): void;
  step(direction: 1 | -1): void;
  play(): void;
  leaveReplay(): void;
  /** The part of the run that is shown was chosen. */
  zoomed(): void;
  /** The sentence of a finding. */
  messageOf(finding: number): string;
}

/** Lets mouse and keyboard move through a picture. */
export function giveHands(view: PictureView, tooltip: Tooltip, actions: HandActions): void {
  const revealOf = (row: number, piece: Piece | null | undefined) => {
    const own = view.rows[row];
    const place = (piece && placeOf(piece)) ?? (own && placeOf(own)) ?? null;
    if (place !== null) {
      actions.reveal(place);
    }
  };
  const isInPlot = (event: MouseEvent) => event.clientX >= plotOf(view.grid.loop).left;
  const hitOf = (event: MouseEvent): Hit | null => {
    for (const band of [view.grid.loop, view.grid.lanes]) {
      const box = plotOf(band);
      const isInside = event.clientY >= box.top && event.clientY < box.bottom;
      if (band.picture !== null && isInside) {
        return hitAt(band.picture, event.clientX - box.left, event.clientY - box.top);
      }
    }
    return null;
  };
  const cursorAt = ({ placed, piece }: Hit, event: MouseEvent): Cursor => {
    const index = isInPlot(event) && piece !== null ? placed.row.pieces.indexOf(piece) : -1;
    return { row: placed.index, piece: index === -1 ? null : index };
  };

  listenToPointer(view.grid.node, {
    hover(event) {
      const hit = hitOf(event);
      view.highlight(hit?.placed.index ?? null);
      const lines = hit !== null && isInPlot(event) ? linesOf(hit, view, actions) : [];
      tooltip.show(lines, event.clientX, event.clientY);
    },
    leave() {
      view.highlight(null);
      tooltip.hide();
    },
    click(event) {
      const hit = hitOf(event);
      const isTwisty = event.target instanceof Element && event.target.closest('.twisty.active') !== null;
      if (hit !== null && isTwisty) {
        actions.fold(hit.placed.row.key);
      } else if (hit !== null) {
        view.moveTo(cursorAt(hit, event));
        revealOf(hit.placed.index, isInPlot(event) ? hit.piece : null);
      }
    },
    doubleClick(event) {
      const hit = hitOf(event);
      if (hit !== null && isInPlot(event)) {
        view.zoomToPiece(cursorAt(hit, event));
        actions.zoomed();
      }
    },
    drag(dx, dy) {
      const { scale } = view;
      view.camera.pan(scale.time(0) - scale.time(dx), performance.now());
      view.grid.scroller.scrollTop -= dy;
      view.schedule();
    },
    zoom(factor, clientX) {
      view.zoom(factor, clientX - plotOf(view.grid.loop).left);
    },
    box(range, isDone) {
      const { left } = plotOf(view.grid.loop);
      const box = range === null ? null : ([range[0] - left, range[1] - left] as const);
      view.mark(box);
      if (isDone && box !== null && box[1] - box[0] >= leastBox) {
        view.zoomToMark();
        actions.zoomed();
      } else if (isDone) {
        view.mark(null);
      }
    },
  });

  view.grid.node.addEventListener('keydown', (event) => {
    const { cursor, rows, folded } = view;
    const action = keyAction(event.key, event.ctrlKey || event.metaKey, cursor, rows, folded);
    if (action === null || event.altKey) {
      return;
    }
    event.preventDefault();
    if (action.type !== 'reveal') {
      tooltip.hide();
    }
    switch (action.type) {
      case 'move':
        view.moveTo(action.to);
        break;
      case 'reveal':
        revealOf(cursor.row, cursor.piece === null ? null : rows[cursor.row]?.pieces[cursor.piece]);
        break;
      case 'zoom':
        view.zoom(action.factor);
        actions.zoomed();
        break;
      case 'zoom-to-span':
        view.zoomToPiece(cursor);
        actions.zoomed();
        break;
      case 'fit':
        view.fit();
        actions.zoomed();
        break;
      case 'fold':
        actions.fold(action.key);
        view.moveTo(view.cursor);
        break;
      case 'step':
        actions.step(action.direction);
        break;
      case 'play':
        actions.play();
        break;
      case 'leave-replay':
        actions.leaveReplay();
        break;
    }
  });

  view.grid.node.addEventListener('focusin', (event) => {
    const row = event.target instanceof Element ? event.target.closest('.row') : null;
    if (row !== null) {
      view.follow(Number(row.getAttribute('aria-rowindex')) - 1);
    }
    showFocused(event);
  });
  const showFocused = (event: FocusEvent) => {
    const { row, piece } = view.cursor;
    const focused = view.rows[row];
    const shown = piece === null ? undefined : focused?.pieces[piece];
    if (focused !== undefined && shown !== undefined && event.target instanceof HTMLElement) {
      const { left, bottom } = event.target.getBoundingClientRect();
      const lines = [...describePiece(focused, shown), ...describeWritten(focused, shown)];
      tooltip.show(lines, left - 14, bottom - 14);
    }
  };
  view.grid.node.addEventListener('focusout', () => {
    tooltip.hide();
  });
}

function linesOf(
  { placed, piece, crowd, mark, badge }: Hit,
  view: PictureView,
  actions: HandActions,
): string[] {
  if (badge !== null) {
    return [plain(actions.messageOf(badge.spot.finding))];
  }
  if (mark !== null) {
    return describeMarks(mark);
  }
  if (crowd >= crowdFrom) {
    const { scale } = view;
    return [say('hover.crowd', crowd, formatDuration(scale.time(reachPixels) - scale.time(0)))];
  }
  if (piece === null) {
    return [];
  }
  const hasLine = (piece.line ?? placed.row.line) !== null;
  return [...describePiece(placed.row, piece), ...(hasLine ? [say('hover.reveal')] : [])];
}

function plotOf(band: Band): DOMRect {
  return band.plot.getBoundingClientRect();
}
