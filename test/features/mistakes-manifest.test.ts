import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { catalogue, mistakeIds } from '../../src/core/mistakes/catalogue';
import { coverage, linters } from '../../src/core/mistakes/silence';

const levels = ['error', 'warning', 'information', 'hint', 'off'];

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: { readonly anyOf: readonly Schema[] };
  readonly items?: Schema;
  readonly enum?: readonly string[];
  readonly default?: unknown;
}

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  contributes: {
    configuration: { properties: Readonly<Record<string, Schema>> };
    configurationDefaults: { 'workbench.editorAssociations': Readonly<Record<string, string>> };
  };
};
const setting = (name: string): Schema =>
  contributes.configuration.properties[`asyncTutor.mistakes.${name}`] ?? assert.fail(name);
const sorted = (names: readonly string[] = []) => [...names].sort();
const ids = sorted(mistakeIds);

describe('the manifest, of mistakes', () => {
  it('offers every mistake in each level, by default as the catalogue has it', () => {
    const properties = setting('severity').properties ?? {};
    assert.deepEqual(sorted(Object.keys(properties)), ids);
    for (const id of mistakeIds) {
      assert.deepEqual(properties[id]?.enum, levels);
      assert.equal(properties[id].default, catalogue[id].severity);
    }
  });

  it('offers every mistake to be excluded from files', () => {
    const [, some] = setting('exclude').additionalProperties?.anyOf ?? [];
    assert.deepEqual(sorted(some?.items?.enum), ids);
  });

  it('offers the linters that we know, and says what each covers', () => {
    assert.deepEqual(setting('coveredByLinter').items?.enum, linters);
    const words = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
    for (const id of Object.values(coverage).flatMap(({ rules }) => Object.keys(rules))) {
      assert.ok(words['settings.mistakes.coveredByLinter']?.includes(`\`${id}\``), id);
    }
  });

  it('opens the page of every mistake as a preview', () => {
    const pattern = Object.keys(contributes.configurationDefaults['workbench.editorAssociations']).find(
      (one) => one.includes('/walkthroughs/mistakes/'),
    );
    assert.deepEqual(sorted(/\{(.+)\}/.exec(pattern ?? '')?.[1]?.split(',')), ids);
  });
});
