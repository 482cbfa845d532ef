import { ts } from '@ts-morph/common';
import type { ReadComments } from './comments';

/** Only a parser tells a comment from a string, a template, a regular expression and the text of an element. */
export const readTypeScriptComments: ReadComments = (text, path) => {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  return (offset) => {
    const token = tokenAt(file, offset, file);
    return offset < token.getStart(file) && liesInComment(text, token.pos, offset);
  };
};

function tokenAt(node: ts.Node, offset: number, file: ts.SourceFile): ts.Node {
  const child = node.getChildren(file).find(({ pos, end }) => pos <= offset && offset < end);
  return child === undefined ? node : tokenAt(child, offset, file);
}

/** What comes before a token is space and comments. */
function liesInComment(text: string, from: number, offset: number): boolean {
  const comments = [
    ...(ts.getLeadingCommentRanges(text, from) ?? []),
    ...(ts.getTrailingCommentRanges(text, from) ?? []),
  ];
  return comments.some(({ pos, end }) => pos <= offset && offset < end);
}
