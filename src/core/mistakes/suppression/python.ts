import type { ReadComments } from './comments';

/** A string or a comment; a string that is not closed ends with its line, one in triple quotes with the text. */
const stringOrComment =
  /("""|''')(?:\\[^]|(?!\1)[^\\])*(?:\1|$)|"(?:\\[^]|[^"\\\r\n])*"?|'(?:\\[^]|[^'\\\r\n])*'?|#[^\r\n]*/g;

export const readPythonComments: ReadComments = (text) => {
  const comments = [...text.matchAll(stringOrComment)]
    .filter(([matched]) => matched.startsWith('#'))
    .map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
  return (offset) => comments.some(({ start, end }) => start <= offset && offset < end);
};
