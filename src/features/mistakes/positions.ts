import { Position } from 'vscode';
import { positionsIn } from '../../core/mistakes/positions';

/** Turns offsets of a text that is not open into the editor's positions, which count from 0. */
export function positionsOf(text: string): (offset: number) => Position {
  const at = positionsIn(text);
  return (offset) => {
    const { line, column } = at(offset);
    return new Position(line - 1, column - 1);
  };
}
