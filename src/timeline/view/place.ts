import type { InFile } from '../../core/trace/trace';
import type { Place } from '../protocol';
import { say } from './say';
import { words } from './words';

/** Where something of a trace is in the program, null where that is unknown. */
export function placeOf({ line, file }: InFile & { readonly line: number | null }): Place | null {
  return line === null ? null : { line, ...(file !== undefined && { module: file }) };
}

/** True when something of a trace is at this very line. */
export function isAt(
  { line, file }: InFile & { readonly line: number | null },
  place: Place | null,
): boolean {
  return place !== null && line === place.line && file === place.module;
}

/** A place in words: `line 7`, of another file than the program's `kitchen.py:7`; empty where it is unknown. */
export function placeText(place: Place | null): string {
  if (place === null) {
    return '';
  }
  const { line, module } = place;
  return module === undefined ? words.line(line) : say('picture.place', nameOf(module), line);
}

/** What a button says that leads to a place. */
export function goToText({ line, module }: Place): string {
  return module === undefined ? say('findings.goTo', line) : say('findings.goToModule', nameOf(module), line);
}

function nameOf(module: string): string {
  return module.slice(module.lastIndexOf('/') + 1);
}
