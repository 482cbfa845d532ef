import type { ts } from '@ts-morph/common';
import type MagicString from 'magic-string';
import { namesHandedOver } from './calls';
import { INSERTED, type Site } from './site';

/** Collects insertions into one source file. Text opened at a place stands before text opened there later. */
export class Editor {
  readonly sites: Site[] = [];
  /** Names of functions that the loop may call. */
  readonly handedOver: ReadonlySet<string>;

  constructor(
    readonly file: ts.SourceFile,
    private readonly text: MagicString,
    private readonly firstSite: number,
  ) {
    this.handedOver = namesHandedOver(file);
  }

  open(position: number, text: string): void {
    this.text.appendRight(position, marked(text));
  }

  close(position: number, text: string): void {
    this.text.appendLeft(position, marked(text));
  }

  /** Stands `before` and `after` around a node; what is inside must be visited between the two. */
  around(node: ts.Node, before: string, after: string, visitInside: () => void): void {
    this.open(node.getStart(this.file), before);
    visitInside();
    this.close(node.getEnd(), after);
  }

  /** Number of a new site at the node's first line. */
  site(node: ts.Node, text: string): number {
    const { line } = this.file.getLineAndCharacterOfPosition(node.getStart(this.file));
    this.sites.push({ line: line + 1, text });
    return this.firstSite + this.sites.length - 1;
  }
}

function marked(text: string): string {
  return INSERTED.begin + text + INSERTED.end;
}
