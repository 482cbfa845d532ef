import type { Area } from '../model/row';
import type { Scale } from './window';

/** One step of an area: from `x` on it is `share` of its height, 0 to 1. Pixels from the plot's left edge. */
export interface AreaStep {
  readonly x: number;
  readonly share: number;
}

/** The steps of an area in the window; of those that fall into one pixel the highest is kept. */
export function areaSteps({ levels, most }: Area, scale: Scale): readonly AreaStep[] {
  const steps: AreaStep[] = [{ x: 0, share: 0 }];
  for (const { time, value } of levels) {
    if (time > scale.window.end) {
      break;
    }
    const x = Math.max(scale.x(time), 0);
    const share = most > 0 ? Math.max(value, 0) / most : 0;
    const last = steps.at(-1);
    if (last !== undefined && Math.floor(last.x) === Math.floor(x)) {
      steps[steps.length - 1] = { x: last.x, share: x === 0 ? share : Math.max(last.share, share) };
      if (share < last.share && x > 0) {
        steps.push({ x: Math.floor(x) + 1, share });
      }
    } else {
      steps.push({ x: Math.max(x, last?.x ?? 0), share });
    }
  }
  return steps;
}
