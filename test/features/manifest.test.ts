import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { demoName, isPartId, parts, sectionFile, sections } from '../../src/core/course/outline';
import {
  courseWords,
  isCoursePage,
  isCourseWord,
  pagesInPreview,
  walkthroughs,
} from '../harness/course-manifest';

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { command: string; category: string }[];
    readonly configurationDefaults: { 'workbench.editorAssociations': Record<string, string> };
    readonly walkthroughs: readonly {
      id: string;
      steps: readonly { id: string; title: string; description: string }[];
    }[];
  };
}

const text = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(text) as Manifest;
const words = new Map<string, string>(
  Object.entries(JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>),
);
const said = (key: string): string =>
  words.get(key.replaceAll('%', '')) ?? assert.fail(`No words for ${key}.`);

describe('the manifest', () => {
  it('has words for every key, and no words too many', () => {
    const keys = [...text.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key ?? '');
    assert.deepEqual([...new Set(keys)].sort(), [...words.keys()].sort());
  });

  it('has the course as the outline has it: `npm run manifest` writes it', () => {
    const { walkthroughs: written, configurationDefaults } = manifest.contributes;
    const associations = Object.entries(configurationDefaults['workbench.editorAssociations']);
    assert.deepEqual(written, walkthroughs());
    assert.deepEqual(Object.fromEntries([...words].filter(([key]) => isCourseWord(key))), courseWords());
    assert.deepEqual(
      Object.fromEntries(associations.filter(([pattern]) => isCoursePage(pattern))),
      pagesInPreview(),
    );
  });

  it('has all files of every section, and every closing page', () => {
    for (const { id } of Object.values(sections)) {
      for (const name of ['lesson.md', 'diagram.svg', demoName('python'), demoName('typescript')]) {
        assert.ok(existsSync(sectionFile(id, name)), sectionFile(id, name));
      }
    }
    for (const { page } of Object.values(parts).flatMap(({ closing }) => closing)) {
      assert.ok(existsSync(page), page);
    }
  });

  it('has diagrams in the editor’s colours, without what the walkthrough’s page forbids', () => {
    for (const { id } of Object.values(sections)) {
      const svg = readFileSync(sectionFile(id, 'diagram.svg'), 'utf8');
      assert.match(svg, /var\(--vscode-/);
      assert.doesNotMatch(svg, /<style|<script|\sstyle=/);
    }
  });

  it('links only to commands that exist, with the section they stand in or the part that follows', () => {
    const commands = new Set(manifest.contributes.commands.map(({ command }) => command));
    for (const { id, steps } of manifest.contributes.walkthroughs) {
      const following = isPartId(id) ? parts[id].closing.map(({ next }) => next) : [];
      for (const step of steps) {
        for (const [, command = '', argument] of linksOf(said(step.description))) {
          assert.ok(commands.has(command), command);
          if (argument !== undefined) {
            const [target, ...rest] = JSON.parse(decodeURIComponent(argument)) as string[];
            assert.ok(target === step.id || following.some((part) => part === target), target);
            assert.deepEqual(rest, []);
          }
        }
      }
    }
  });

  it('has an activity in every step of a section', () => {
    for (const { steps } of manifest.contributes.walkthroughs) {
      for (const step of steps.filter(({ title }) => title.startsWith('%section.'))) {
        assert.equal(linksOf(said(step.description)).length, 4);
      }
    }
  });
});

function linksOf(description: string): readonly RegExpExecArray[] {
  return [...description.matchAll(/\(command:([\w.]+)(?:\?([^)]+))?\)/g)];
}

describe('the bundle that is loaded at activation', () => {
  const bundle = path.join('dist', 'extension.js');

  it('holds neither a compiler nor a grammar', function () {
    if (!existsSync(bundle)) {
      this.skip();
    }
    const code = readFileSync(bundle, 'utf8');
    const loaded = [...code.matchAll(/require\("([^"]+)"\)/g)].map(([, name = '']) => name);
    const foreign = loaded.filter((name) => name !== 'vscode' && !isBuiltin(name));
    assert.deepEqual(foreign, []);
    assert.ok(code.length < 450_000, `${code.length} bytes`);
  });
});
