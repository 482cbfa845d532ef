const compared =
  'Equal NotEqual AlmostEqual NotAlmostEqual Greater GreaterEqual Less LessEqual In NotIn IsNone IsNotNone ListEqual DictEqual TupleEqual SetEqual SequenceEqual CountEqual MultiLineEqual Regex NotRegex';

/** What unittest's assertions do with the values they get. */
export const assertions: ReadonlyMap<string, 'comparison' | 'condition'> = new Map([
  ...compared.split(' ').map((name) => [`assert${name}`, 'comparison'] as const),
  ...['assertTrue', 'assertFalse'].map((name) => [name, 'condition'] as const),
]);
