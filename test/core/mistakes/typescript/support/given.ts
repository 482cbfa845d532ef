import type { Case } from './cases';

/** What the programs of the tests have at hand. */
export const given = `declare function save(name?: string): Promise<void>;
declare function load(): Promise<{ name: string; tags: string[] }>;
declare function check(): Promise<boolean>;
declare function count(): Promise<number>;
declare const items: string[];
export {};
`;
/** A program whose async main has this body. */
export const inMain = (body: string) => `${given}async function main() {\n  ${body}\n}\nawait main();\n`;
/** A case whose marked code stands in an async main. */
export const inAsync = (code: string, fixed?: string, more: Partial<Case> = {}): Case => ({
  code: inMain(code),
  ...(fixed === undefined ? {} : { fixed: inMain(fixed) }),
  ...more,
});
