import type { MistakeId } from '../catalogue';
import type { RuleFinding } from '../finding';
import type { Analysis } from './analysis';
import type { Routes } from './flow/routes';
import type { Calculations } from './flow/work';
import type { FunctionInfo } from './semantics/values';

/** What a rule gets: the analysed file, and what rules share. */
export interface RuleContext extends Analysis {
  readonly calculations: Calculations;
  /** The ways from a call to something that blocks. */
  readonly toBlocking: Routes;
  /** The ways from a call to something that starts an event loop. */
  readonly toRunner: Routes;
  /** Tells whether a plain function would still be right if it were async. */
  readonly staysRight: (info: FunctionInfo) => boolean;
  /** What another rule finds in this file; each rule runs once. */
  readonly found: (mistake: MistakeId) => readonly RuleFinding[];
}

/** How Python finds one mistake in one file. */
export type Rule = (context: RuleContext) => readonly RuleFinding[];
