import { describeMarks, describePiece } from '../describe';
import { hitAt, type Hit } from '../layout/hit';
import { formatDuration } from '../units';
import { words } from '../words';
import type { Band } from './band';
import { keyAction } from './keys';
import type { PictureView } from './picture-view';
import { listenToPointer } from './pointer';
import type { Tooltip } from './tooltip';

/** From so many spans within reach of the pointer on, none of them is named. */
const crowdFrom = 3;
const reachPixels = 6;

/** Lets mouse and keyboard move through the picture; `reveal` is told the line that was asked for. */
export function giveHands(view: PictureView, tooltip: Tooltip, reveal: (line: number) => void): void {
  const revealOf = (row: number, line: number | null) => {
    const wanted = line ?? view.rows[row]?.line ?? null;
    if (wanted !== null) {
      reveal(wanted);
    }
  };

  const hitOf = (event: MouseEvent): Hit | null => {
    for (const band of [view.loop, view.lanes]) {
      const box = plotOf(band);
      const isInside = event.clientY >= box.top && event.clientY < box.bottom;
      if (band.picture !== null && isInside) {
        return hitAt(band.picture, event.clientX - box.left, event.clientY - box.top);
      }
    }
    return null;
  };

  listenToPointer(view.grid, {
    hover(event) {
      const hit = hitOf(event);
      view.highlight(hit?.placed.index ?? null);
      const isInPlot = event.clientX >= plotOf(view.loop).left;
      tooltip.show(hit !== null && isInPlot ? linesOf(hit, view) : [], event.clientX, event.clientY);
    },
    leave() {
      view.highlight(null);
      tooltip.hide();
    },
    click(event) {
      const hit = hitOf(event);
      if (hit === null) {
        return;
      }
      const isInPlot = event.clientX >= plotOf(view.loop).left;
      const { row, index } = hit.placed;
      const piece = isInPlot && hit.piece !== null ? row.pieces.indexOf(hit.piece) : -1;
      view.moveTo({ row: index, piece: piece === -1 ? null : piece });
      revealOf(index, isInPlot ? (hit.piece?.line ?? null) : null);
    },
    drag(dx, dy) {
      const { scale } = view;
      view.camera.pan(scale.time(0) - scale.time(dx), performance.now());
      view.scroller.scrollTop -= dy;
      view.schedule();
    },
    zoom(factor, clientX) {
      view.zoom(factor, clientX - plotOf(view.loop).left);
    },
  });

  view.grid.addEventListener('keydown', (event) => {
    const { cursor, rows } = view;
    const action = keyAction(event.key, event.ctrlKey || event.metaKey, cursor, rows);
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
        revealOf(
          cursor.row,
          cursor.piece === null ? null : (rows[cursor.row]?.pieces[cursor.piece]?.line ?? null),
        );
        break;
      case 'zoom':
        view.zoom(action.factor);
        break;
      case 'fit':
        view.fit();
        break;
    }
  });

  view.grid.addEventListener('focusin', (event) => {
    const { row, piece } = view.cursor;
    const focused = view.rows[row];
    const shown = piece === null ? undefined : focused?.pieces[piece];
    if (focused !== undefined && shown !== undefined && event.target instanceof HTMLElement) {
      const { left, bottom } = event.target.getBoundingClientRect();
      tooltip.show(describePiece(focused, shown), left - 14, bottom - 14);
    }
  });
  view.grid.addEventListener('focusout', () => {
    tooltip.hide();
  });
}

function linesOf({ placed, piece, crowd, mark }: Hit, view: PictureView): string[] {
  if (mark !== null) {
    return describeMarks(mark);
  }
  if (crowd >= crowdFrom) {
    const { scale } = view;
    return [words.hover.crowd(crowd, formatDuration(scale.time(reachPixels) - scale.time(0)))];
  }
  if (piece === null) {
    return [];
  }
  const hasLine = (piece.line ?? placed.row.line) !== null;
  return [...describePiece(placed.row, piece), ...(hasLine ? [words.hover.reveal] : [])];
}

function plotOf(band: Band): DOMRect {
  return band.plot.getBoundingClientRect();
}
