/** Where the first piece of a text begins that cannot be understood, in UTF-16 units; undefined in a whole text. */
export type FirstError = (text: string, path: string) => number | undefined;
