import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { demoName, parts, sectionFile, sections } from '../../src/core/course/outline';

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { command: string; category: string }[];
    readonly walkthroughs: readonly {
      id: string;
      steps: readonly {
        id: string;
        title: string;
        description: string;
        media: { svg: string; altText: string };
        completionEvents: readonly string[];
      }[];
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

  for (const walkthrough of manifest.contributes.walkthroughs) {
    it(`has the walkthrough ${walkthrough.id} as the outline has it`, () => {
      const part = Object.values(parts).find(({ id }) => id === walkthrough.id);
      assert.ok(part);
      assert.deepEqual(
        walkthrough.steps.map(({ id }) => id),
        part.sections,
      );
      for (const section of part.sections.map((id) => sections[id])) {
        const step = walkthrough.steps.find(({ id }) => id === section.id);
        assert.ok(step);
        assert.equal(said(step.title), `${section.id} ${section.title}`);
        assert.deepEqual(step.completionEvents, [`onContext:asyncTutor.done.${section.id}`]);
        assert.equal(step.media.svg, sectionFile(section.id, 'diagram.svg'));
      }
    });
  }

  it('has all files of every section', () => {
    for (const { id } of Object.values(sections)) {
      for (const name of ['lesson.md', 'diagram.svg', demoName('python'), demoName('typescript')]) {
        assert.ok(existsSync(sectionFile(id, name)), sectionFile(id, name));
      }
    }
  });

  it('has diagrams in the editor’s colours, without what the walkthrough’s page forbids', () => {
    for (const { id } of Object.values(sections)) {
      const svg = readFileSync(sectionFile(id, 'diagram.svg'), 'utf8');
      assert.match(svg, /var\(--vscode-/);
      assert.doesNotMatch(svg, /<style|<script|\sstyle=/);
    }
  });

  it('links only to commands that exist, with the section they stand in', () => {
    const commands = new Set(manifest.contributes.commands.map(({ command }) => command));
    for (const step of manifest.contributes.walkthroughs.flatMap(({ steps }) => steps)) {
      const links = [...said(step.description).matchAll(/\(command:([\w.]+)(?:\?([^)]+))?\)/g)];
      assert.ok(links.length > 0);
      for (const [, command = '', argument] of links) {
        assert.ok(commands.has(command), command);
        if (argument !== undefined) {
          assert.deepEqual(JSON.parse(decodeURIComponent(argument)), [step.id]);
        }
      }
    }
  });
});

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
    assert.ok(code.length < 300_000, `${code.length} bytes`);
  });
});
