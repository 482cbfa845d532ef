import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Fix as SarifFix, Log, Region, ReportingDescriptor, Result } from 'sarif';
import { catalogue, mistakeIds, type Severity } from '../core/mistakes/catalogue';
import type { Finding, Fix, RelatedPlace, TextRange } from '../core/mistakes/finding';
import { positionsIn } from '../core/mistakes/positions';
import { diskFiles } from '../platform/files';
import type { CheckedFile, Report } from './report';

const levels = { warning: 'warning', information: 'note' } as const satisfies Record<Severity, string>;

const rules: ReportingDescriptor[] = mistakeIds.map((id) => {
  const { title, severity, section, why, mend } = catalogue[id];
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: mend },
    defaultConfiguration: { level: levels[severity] },
    properties: { section },
  };
});

/** SARIF 2.1.0, as code scanning services read it: one run, lines and columns from 1, columns in UTF-16 units. */
export const sarif: Report = (files, version) => {
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Async Tutor', semanticVersion: version, rules } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          { executionSuccessful: true, toolExecutionNotifications: files.flatMap(notifications) },
        ],
        results: files.flatMap(resultsOf),
      },
    ],
  };
  return `${JSON.stringify(log)}\n`;
};

function notifications({ path: file, error }: CheckedFile) {
  return error === null
    ? []
    : [
        {
          level: 'error' as const,
          message: { text: error },
          locations: [{ physicalLocation: artifact(file) }],
        },
      ];
}

function resultsOf(file: CheckedFile): readonly Result[] {
  const at = regionsIn(file.text);
  return file.findings.map((finding) => resultOf(file, finding, at));
}

function resultOf(file: CheckedFile, finding: Finding, at: Regions): Result {
  return {
    ruleId: finding.mistake,
    ruleIndex: mistakeIds.indexOf(finding.mistake),
    level: levels[finding.severity],
    message: { text: finding.message },
    locations: [{ physicalLocation: { ...artifact(file.path), region: at(finding) } }],
    ...(finding.related.length > 0 && {
      relatedLocations: finding.related.map((place) => relatedOf(file, place, at)),
    }),
    ...(finding.fixes.length > 0 && { fixes: finding.fixes.map((fix) => fixOf(file, fix, at)) }),
  };
}

type Regions = (range: TextRange) => Region;

function regionsIn(text: string): Regions {
  const at = positionsIn(text);
  return ({ start, end }) => {
    const [from, to] = [at(start), at(end)];
    return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
  };
}

function relatedOf(file: CheckedFile, place: RelatedPlace, at: Regions) {
  const physicalLocation =
    place.path === undefined
      ? { ...artifact(file.path), region: at(place) }
      : { ...artifact(place.path), ...elsewhere(place.path, place) };
  return { physicalLocation, message: { text: place.message } };
}

/** The region of a range in another file, as that is stored now; nothing when it is not there any more. */
function elsewhere(path: string, range: TextRange): { region?: Region } {
  const text = diskFiles.read(path);
  return text === undefined || text.length < range.end ? {} : { region: regionsIn(text)(range) };
}

function fixOf(file: CheckedFile, { title, edits }: Fix, at: Regions): SarifFix {
  const replacements = edits.map((edit) => ({
    deletedRegion: at(edit),
    insertedContent: { text: edit.newText },
  }));
  return { description: { text: title }, artifactChanges: [{ ...artifact(file.path), replacements }] };
}

/** Paths as they were given, where they lie below the current folder; else whole addresses. */
function artifact(file: string) {
  const relative = path.relative('.', file);
  const isBelow = !relative.startsWith('..') && !path.isAbsolute(relative);
  const uri = isBelow
    ? relative.split(path.sep).map(encodeURIComponent).join('/')
    : pathToFileURL(path.resolve(file)).href;
  return { artifactLocation: { uri } };
}
