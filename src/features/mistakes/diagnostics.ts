import {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  Disposable,
  languages,
  Location,
  Position,
  Range,
  Uri,
  workspace,
  type ExtensionContext,
  type TextDocument,
} from 'vscode';
import type { Severity } from '../../core/mistakes/catalogue';
import type { Finding, RelatedPlace, TextRange } from '../../core/mistakes/finding';
import { mistakePage } from '../course/lessons';
import type { Found } from './found';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

/** What the findings are called in the Problems panel. */
export const diagnosticSource = 'Async Tutor';

/** Shows the findings as diagnostics, each linked to the page that explains it. */
export function register({ extensionUri }: ExtensionContext, found: Found): Disposable {
  const collection = languages.createDiagnosticCollection('asyncTutor');
  return Disposable.from(
    collection,
    found.onDidChange(async (document) => {
      const { version } = document;
      const findings = found.of(document);
      const shown = await Promise.all(
        findings.map((finding) => diagnosticOf(extensionUri, document, finding)),
      );
      if (version === document.version) {
        collection.set(document.uri, shown);
      }
    }),
  );
}

/** A range of offsets in the editor's terms. */
export function rangeIn(document: TextDocument, { start, end }: TextRange): Range {
  return new Range(document.positionAt(start), document.positionAt(end));
}

async function diagnosticOf(
  extensionUri: Uri,
  document: TextDocument,
  finding: Finding,
): Promise<Diagnostic> {
  const { mistake, message, severity, related } = finding;
  const diagnostic = new Diagnostic(rangeIn(document, finding), message, severities[severity]);
  diagnostic.source = diagnosticSource;
  diagnostic.code = { value: mistake, target: mistakePage(extensionUri, mistake) };
  diagnostic.relatedInformation = await Promise.all(
    related.map(
      async (place) => new DiagnosticRelatedInformation(await locationOf(document, place), place.message),
    ),
  );
  return diagnostic;
}

async function locationOf(document: TextDocument, place: RelatedPlace): Promise<Location> {
  if (place.path === undefined) {
    return new Location(document.uri, rangeIn(document, place));
  }
  const uri = Uri.file(place.path);
  const text = await workspace.fs.readFile(uri).then(
    (bytes) => Buffer.from(bytes).toString('utf8'),
    () => '',
  );
  return new Location(uri, new Range(positionAt(text, place.start), positionAt(text, place.end)));
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return new Position(before.length - 1, before.at(-1)?.length ?? 0);
}
