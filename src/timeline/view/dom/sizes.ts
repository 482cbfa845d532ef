/** How a picture shares out its width, in pixels. */
export interface Sizes {
  readonly width: number;
  readonly names: number;
  readonly plot: number;
  readonly isNarrow: boolean;
}

const narrowPanel = 560;

export function sizesIn(width: number): Sizes {
  const isNarrow = width < narrowPanel;
  const names = isNarrow ? Math.round(Math.min(Math.max(width * 0.37, 104), 190)) : 230;
  return { width, names, plot: Math.max(width - names - (isNarrow ? 6 : 14), 40), isNarrow };
}
