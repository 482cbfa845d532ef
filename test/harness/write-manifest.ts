// `npm run manifest`: writes the course's share of package.json and package.nls.json, and the bundle for translators.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'prettier';
import { courseWords, isCoursePage, isCourseWord, pagesInPreview, walkthroughs } from './course-manifest';
import { bundle } from './l10n-bundle';
import { bundleFile } from './pseudo';

const associations = 'workbench.editorAssociations';

type Json = Readonly<Record<string, unknown>>;
const object = (value: unknown): Json => (typeof value === 'object' ? { ...value } : {});
const without = (all: Json, generated: (key: string) => boolean): Json =>
  Object.fromEntries(Object.entries(all).filter(([key]) => !generated(key)));

async function main(): Promise<void> {
  const manifest = read('package.json');
  const contributes = object(manifest['contributes']);
  const defaults = object(contributes['configurationDefaults']);
  const pages = { ...without(object(defaults[associations]), isCoursePage), ...pagesInPreview() };
  await write('package.json', {
    ...manifest,
    contributes: {
      ...contributes,
      configurationDefaults: { ...defaults, [associations]: pages },
      walkthroughs: walkthroughs(),
    },
  });
  await write('package.nls.json', { ...without(read('package.nls.json'), isCourseWord), ...courseWords() });
  mkdirSync(path.dirname(bundleFile), { recursive: true });
  await write(bundleFile, await bundle());
}

const read = (file: string): Json => object(JSON.parse(readFileSync(file, 'utf8')));

async function write(file: string, value: Json): Promise<void> {
  writeFileSync(file, await format(JSON.stringify(value, null, 2), { filepath: file, printWidth: 110 }));
}

void main();
