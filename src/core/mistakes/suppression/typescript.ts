import { ts } from '@ts-morph/common';
import { unlessTooDeep } from '../syntax/too-deep';
import type { ReadComments } from './comments';

/** Only a parser tells a comment from a string, a template, a regular expression and the text of an element. */
export const readTypeScriptComments: ReadComments = (text, path) => {
  const file = unlessTooDeep(() => ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return (offset) => {
    const token = file && unlessTooDeep(() => tokenAt(file, offset, file));
    return token !== undefined && offset < token.getStart(file) && liesInComment(text, token.pos, offset);
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
