import { Uri } from 'vscode';
import type { Place } from './protocol';

/** The document that a place is in, of the program at this URI; undefined for a module of a program that lies nowhere. */
export function placeUri(program: string, { module }: Pick<Place, 'module'>): Uri | undefined {
  const own = Uri.parse(program);
  if (module === undefined) {
    return own;
  }
  return own.scheme === 'untitled' ? undefined : Uri.joinPath(own, '..', module);
}
