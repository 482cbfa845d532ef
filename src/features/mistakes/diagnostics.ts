import {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  Disposable,
  l10n,
  languages,
  Location,
  Uri,
  workspace,
  type ExtensionContext,
} from 'vscode';
import type { Finding, RelatedPlace } from '../../core/mistakes/finding';
import type { UnknownMistake } from '../../core/mistakes/suppression/directives';
import { inTheirWords, mistakePage } from '../course/lessons';
import { rangeIn, type Checked, type Found, type Result } from './found';
import { positionsOf } from './positions';

/** What the findings are called in the Problems panel. */
const diagnosticSource = 'Async Tutor';

/** Shows what was found as diagnostics, each finding linked to the page that explains it. */
export function register({ extensionUri }: ExtensionContext, found: Found): Disposable {
  const collection = languages.createDiagnosticCollection('asyncTutor');
  return Disposable.from(
    collection,
    found.onDidChange(async (uri) => {
      const result = found.at(uri);
      const shown = result && (await diagnosticsOf(extensionUri, result));
      if (result === found.at(uri)) {
        collection.set(uri, shown);
      }
    }),
  );
}

async function diagnosticsOf(extensionUri: Uri, result: Result): Promise<Diagnostic[]> {
  const { findings, unknown, checked } = result;
  return [
    ...(await Promise.all(findings.map((finding) => findingOf(extensionUri, result, finding)))),
    ...unknown.map((one) => unknownOf(checked, one)),
  ];
}

async function findingOf(
  extensionUri: Uri,
  { checked, wishes }: Result,
  finding: Finding,
): Promise<Diagnostic> {
  const { mistake, message, related } = finding;
  const diagnostic = new Diagnostic(rangeIn(checked, finding), message, wishes.severityOf(mistake));
  diagnostic.source = diagnosticSource;
  diagnostic.code = { value: mistake, target: await inTheirWords(mistakePage(extensionUri, mistake)) };
  diagnostic.relatedInformation = await Promise.all(
    related.map(
      async (place) => new DiagnosticRelatedInformation(await locationOf(checked, place), place.message),
    ),
  );
  return diagnostic;
}

function unknownOf(checked: Checked, unknown: UnknownMistake): Diagnostic {
  const message = l10n.t('There is no mistake `{0}`, so naming it here silences nothing.', unknown.name);
  const diagnostic = new Diagnostic(rangeIn(checked, unknown), message, DiagnosticSeverity.Information);
  diagnostic.source = diagnosticSource;
  return diagnostic;
}

async function locationOf(checked: Checked, place: RelatedPlace): Promise<Location> {
  if (place.path === undefined) {
    return new Location(checked.uri, rangeIn(checked, place));
  }
  const uri = Uri.file(place.path);
  const text = await workspace.fs.readFile(uri).then(
    (bytes) => Buffer.from(bytes).toString('utf8'),
    () => '',
  );
  return new Location(uri, rangeIn({ positionAt: positionsOf(text) }, place));
}
