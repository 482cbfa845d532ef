/** How a promise is taken for the value it stands for. */
export type Misuse =
  | { readonly kind: 'condition'; readonly negated: boolean }
  | { readonly kind: 'template' | 'comparison' | 'spread' | 'iteration' | 'print' | 'json' }
  | { readonly kind: 'type'; readonly wanted: string }
  | { readonly kind: 'operator'; readonly operator: string }
  | { readonly kind: 'property'; readonly name: string };

/** `misuse`: needs the value; `promise`: uses it as a promise; `neutral`: hands it on, where anything may happen. */
export type Use =
  | { readonly kind: 'misuse'; readonly misuse: Misuse }
  | { readonly kind: 'promise' }
  | { readonly kind: 'neutral' };

export const asPromise: Use = { kind: 'promise' };
export const neutral: Use = { kind: 'neutral' };
/** The use that takes a promise for its value. */
export const misused = (misuse: Misuse): Use => ({ kind: 'misuse', misuse });
