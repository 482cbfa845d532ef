import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ignore from 'ignore';

/** Whether git would leave a path out; it lies in the folder that this was made for. */
export type Ignored = (place: string, isFolder: boolean) => boolean;

const nothing: Ignored = () => false;

/**
 * What the `.gitignore` files between the root of the repository and a folder leave out there. Nothing outside of a
 * repository, nor in a folder that is left out itself: who names it wants it.
 */
export function ignoredAbove(folder: string): Ignored {
  const above: string[] = [];
  let place = path.resolve(folder);
  while (!existsSync(path.join(place, '.git'))) {
    const parent = path.dirname(place);
    if (parent === place) {
      return nothing;
    }
    above.unshift(parent);
    place = parent;
  }
  const ignored = above.reduce(ignoredIn, nothing);
  return ignored(folder, true) ? nothing : ignored;
}

/** The same with a folder's own `.gitignore`, which has the last word. */
export function ignoredIn(above: Ignored, folder: string): Ignored {
  const file = path.join(folder, '.gitignore');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (text === '') {
    return above;
  }
  const own = ignore().add(text);
  return (place, isFolder) => {
    const relative = path.relative(folder, path.resolve(place)).split(path.sep).join('/');
    const { ignored, unignored } = own.test(isFolder ? `${relative}/` : relative);
    return ignored || (!unignored && above(place, isFolder));
  };
}
