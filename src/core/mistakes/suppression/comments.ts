/** Whether an offset of a text lies in a comment. */
export type InComment = (offset: number) => boolean;

/** Reads a text for its comments; the path's ending tells dialects apart. */
export type ReadComments = (text: string, path: string) => InComment;
