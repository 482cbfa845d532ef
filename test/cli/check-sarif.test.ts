import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv-draft-04';
import type { Log } from 'sarif';
import { mistakeIds } from '../../src/core/mistakes/catalogue';
import { Sandbox } from './sandbox';

/** The schema of SARIF 2.1.0, as a package of its authors ships it. */
const schema = JSON.parse(
  readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
) as object;

const program = `import time


def rest():
    time.sleep(1)


async def save():
    return 1


async def main():
    time.sleep(1); "😀"; save()
    rest()
`;

const tea = `import { boil } from './kettle';
export async function brew() {
  boil();
}
`;
const kettle = `\uFEFFimport { readFileSync } from 'node:fs';
// 😀
export const boil = () => console.log(readFileSync('water', 'utf8'));
`;

describe('check --format sarif', () => {
  let sandbox: Sandbox;
  let log: Log;
  let exit: number | null;

  before(async () => {
    sandbox = new Sandbox();
    sandbox.write('ä #1/nap.py', program);
    sandbox.write('ä #1/tea.ts', tea);
    sandbox.write('ä #1/kettle.ts', kettle);
    const { code, stdout } = await sandbox.asyncTutor(['check', '--format', 'sarif', '.', 'gone.py']);
    exit = code;
    log = JSON.parse(stdout) as Log;
  });

  after(() => {
    sandbox.remove();
  });

  it('is valid against the schema', () => {
    const validate = new Ajv({
      unicodeRegExp: false,
      strict: false,
      formats: { uri: true, 'uri-reference': true, 'date-time': true },
    }).compile(schema);
    assert.ok(validate(log), JSON.stringify(validate.errors));
    assert.equal(validate({ ...log, version: '2.0.0' }), false);
    assert.equal(exit, 1);
  });

  it('describes every mistake as a rule', () => {
    const rules = log.runs[0]?.tool.driver.rules ?? [];
    assert.deepEqual(
      rules.map(({ id }) => id),
      mistakeIds,
    );
    assert.ok(rules.every(({ shortDescription, help }) => shortDescription?.text && help?.text));
  });

  it('says where, how bad, what leads there and how to mend it', () => {
    const results = log.runs[0]?.results ?? [];
    const [blocking, missing, helped] = results.filter(({ ruleId }) => ruleId !== 'needless-async');
    const place = blocking?.locations?.[0]?.physicalLocation;
    assert.equal(place?.artifactLocation?.uri, '%C3%A4%20%231/nap.py');
    assert.deepEqual([blocking?.ruleId, blocking?.level], ['blocking-call', 'warning']);
    assert.equal(log.runs[0]?.tool.driver.rules?.[blocking?.ruleIndex ?? -1]?.id, 'blocking-call');
    assert.deepEqual(place.region, { startLine: 13, startColumn: 5, endLine: 13, endColumn: 18 });
    assert.deepEqual(missing?.locations?.[0]?.physicalLocation?.region, {
      ...{ startLine: 13, startColumn: 26, endLine: 13, endColumn: 32 },
    });
    assert.equal(log.runs[0].columnKind, 'utf16CodeUnits');
    const replacements = missing.fixes?.[0]?.artifactChanges[0]?.replacements;
    assert.deepEqual(replacements?.at(-1), {
      deletedRegion: { startLine: 13, startColumn: 26, endLine: 13, endColumn: 26 },
      insertedContent: { text: 'await ' },
    });
    assert.equal(helped?.relatedLocations?.[0]?.physicalLocation?.region?.startLine, 5);
  });

  it('says where in another file', () => {
    const results = log.runs[0]?.results ?? [];
    const [related] = results
      .flatMap(({ relatedLocations }) => relatedLocations ?? [])
      .filter(({ physicalLocation }) => physicalLocation?.artifactLocation?.uri?.endsWith('kettle.ts'));
    assert.deepEqual(related?.physicalLocation?.region, {
      startLine: 3,
      startColumn: 39,
      endLine: 3,
      endColumn: 68,
    });
  });

  it('notes what could not be checked', () => {
    const [note] = log.runs[0]?.invocations?.[0]?.toolExecutionNotifications ?? [];
    assert.equal(note?.message.text, 'There is no such file or folder.');
    assert.equal(note.locations?.[0]?.physicalLocation?.artifactLocation?.uri, 'gone.py');
  });
});
