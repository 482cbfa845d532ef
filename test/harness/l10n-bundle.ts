// The sentences that a translator gets: what the sources say through `l10n.t`, and the tables of the course.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { getL10nJson, type l10nJsonFormat } from '@vscode/l10n-dev';
import { glossary } from '../../src/core/course/glossary';
import { parts, sections } from '../../src/core/course/outline';
import { eachIn, partIn, sectionIn, termIn } from '../../src/core/course/translate';
import { root } from './dependencies.mjs';

/** The bundle as the sources have it now, in the order of the alphabet. */
export async function bundle(): Promise<l10nJsonFormat> {
  const folder = path.join(root, 'src');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ extension: '.ts', contents: readFileSync(path.join(folder, name), 'utf8') }));
  const said = await getL10nJson(sources);
  const told = Object.fromEntries(courseStrings().map((text) => [text, text]));
  return Object.fromEntries(
    Object.entries({ ...said, ...told }).sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

/** Every sentence of the course that the editor shows, once. */
export function courseStrings(): readonly string[] {
  const found = new Set<string>();
  const note = (english: string) => {
    found.add(english);
    return english;
  };
  eachIn(sections, sectionIn, note);
  eachIn(parts, partIn, note);
  eachIn(glossary, termIn, note);
  return [...found];
}
