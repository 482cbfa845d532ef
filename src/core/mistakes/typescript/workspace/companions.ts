import type { FileReader } from '../../source';
import { languageOf } from '../../../language';
import { compilerPath, join, parentDirectory } from './paths';

/** So many of the files that are to be checked are opened with the first of them, with text of so many characters. */
const mostTogether = { files: 800, characters: 3_000_000 };
/** So many files of a folder are opened along with one of them, once it looks as if all were to be checked. */
const mostNeighbours = 100;
/** In UTF-16 units. Nobody writes a longer file than this by hand. */
const longest = 300_000;

/** Files in the folder of this one that are worth opening along with it. */
export function neighboursOf(path: string, files: FileReader): readonly string[] {
  const folder = parentDirectory(path) ?? '/';
  const names = files.list(folder).filter(isCompanion).slice(0, mostNeighbours);
  return names.map((name) => join(folder, name)).filter((neighbour) => lengthOf(neighbour, files) < longest);
}

/**
 * The files of the same project that are to be checked from here on; undefined when this one is not among them.
 */
export function upcomingFrom(
  path: string,
  files: FileReader,
  isOfProject: (path: string) => boolean,
): readonly string[] | undefined {
  const upcoming = (files.upcoming?.() ?? []).map(compilerPath);
  const place = upcoming.indexOf(path);
  if (place < 0) {
    return undefined;
  }
  let left = mostTogether.characters;
  return upcoming.slice(place, place + mostTogether.files).filter((file) => {
    const length = left > 0 && isCompanion(file) && isOfProject(file) ? lengthOf(file, files) : longest;
    left -= length < longest ? length : 0;
    return length < longest;
  });
}

/** Whether a file is written by hand, by its name. */
function isCompanion(name: string): boolean {
  return languageOf(name) === 'typescript' && !/\.(?:d\.[cm]?ts|min\.[cm]?js)$/.test(name);
}

/** In UTF-16 units; what cannot be read counts as too long. */
function lengthOf(path: string, files: FileReader): number {
  return files.read(path)?.length ?? longest;
}
