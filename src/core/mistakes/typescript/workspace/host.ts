import { errors, type StandardizedFilePath } from '@ts-morph/common';
import type { FileSystemHost } from 'ts-morph';
import type { FileReader } from '../../source';

function refuse(): never {
  throw new Error('The file system of the checker is read-only.');
}

/** ts-morph's view of the files a `FileReader` reaches: what it asks is answered, what it would change is refused. */
export function readOnlyHost(files: FileReader): FileSystemHost {
  const read = (path: string) => {
    const text = files.read(path);
    if (text === undefined) {
      throw new errors.FileNotFoundError(path as StandardizedFilePath);
    }
    return text;
  };
  return {
    isCaseSensitive: () => true,
    readFileSync: read,
    readFile: (path) => Promise.resolve(read(path)),
    fileExistsSync: (path) => files.isFile(path),
    fileExists: (path) => Promise.resolve(files.isFile(path)),
    directoryExistsSync: (path) => files.isDirectory(path),
    directoryExists: (path) => Promise.resolve(files.isDirectory(path)),
    realpathSync: (path) => path,
    getCurrentDirectory: () => '/',
    glob: () => Promise.resolve([]),
    globSync: () => [],
    readDirSync: (directory) =>
      files.list(directory).map((entry) => {
        const name = `${directory.replace(/\/$/, '')}/${entry}`;
        return {
          name,
          isFile: files.isFile(name),
          isDirectory: files.isDirectory(name),
          isSymlink: false,
        };
      }),
    delete: refuse,
    deleteSync: refuse,
    writeFile: refuse,
    writeFileSync: refuse,
    mkdir: refuse,
    mkdirSync: refuse,
    move: refuse,
    moveSync: refuse,
    copy: refuse,
    copySync: refuse,
  };
}
