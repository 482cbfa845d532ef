import type { Language } from '../core/language';
import type { Finding } from '../core/mistakes/finding';
import { positionsIn } from '../core/mistakes/positions';
import type { UnknownMistake } from '../core/mistakes/suppression/directives';
import { sarif } from './sarif';

/** A checked file: its findings, and one sentence where it could not be checked as a whole. */
export interface CheckedFile {
  readonly path: string;
  readonly language: Language | null;
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly unknown: readonly UnknownMistake[];
  readonly error: string | null;
}

/** A report in one format; `version` is that of this program. */
export type Report = (files: readonly CheckedFile[], version: string) => string;

/** The published JSON: lines and columns count from 1, columns in UTF-16 units. */
const json: Report = (files) => {
  const report = {
    version: 1,
    files: files.map(({ path, language, text, findings, error }) => {
      const at = positionsIn(text);
      const range = ({ start, end }: { start: number; end: number }) => {
        const [from, to] = [at(start), at(end)];
        return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
      };
      return {
        path,
        language,
        findings: findings.map((finding) => ({
          mistake: finding.mistake,
          severity: finding.severity,
          section: finding.section,
          message: finding.message,
          ...range(finding),
          fixes: finding.fixes.map(({ title, preferred, edits }) => ({
            title,
            preferred,
            edits: edits.map((edit) => ({ ...range(edit), newText: edit.newText })),
          })),
        })),
        ...(error === null ? {} : { error }),
      };
    }),
  };
  return `${JSON.stringify(report)}\n`;
};

const text: Report = (files) => {
  const lines = files.flatMap(({ path, text: source, findings }) => {
    const at = positionsIn(source);
    return findings.map((finding) => {
      const { line, column } = at(finding.start);
      const fixable = finding.fixes.some(({ preferred }) => preferred) ? ' [--fix]' : '';
      return `${path}:${line}:${column}: ${finding.severity}: ${finding.message} (${finding.mistake}, section ${finding.section})${fixable}`;
    });
  });
  const checked = files.filter(({ error, findings }) => error === null || findings.length > 0).length;
  const found = lines.length === 1 ? '1 finding' : `${lines.length} findings`;
  return [...lines, `${found} in ${checked === 1 ? '1 file' : `${checked} files`}.`, ''].join('\n');
};

export const reports = { text, json, sarif } satisfies Record<string, Report>;
