// What is wrong with the words of drawings, measured in the page where they are shown.
import type { Frame, Page } from 'playwright-core';
import { paintGround } from './axe';

/** Least contrast of words to what is behind them (WCAG 2.2, 1.4.3). */
const enough = 4.5;
/** The same to the lines of a hatching behind them. */
const enoughOnHatching = 3;

/** Words that are hard to tell from their ground, lie on other words, or reach beyond their box or drawing: a line each. */
export async function wrongWords(page: Page | Frame): Promise<string[]> {
  await paintGround(page);
  return page.evaluate(
    ([least, leastOnHatching]) => {
      type Colour = readonly [number, number, number, number];
      const parse = (text: string): Colour => {
        const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
        return [red, green, blue, alpha];
      };
      const over = (top: Colour, alpha: number, ground: Colour): Colour => {
        const share = top[3] * alpha;
        const mix = (place: 0 | 1 | 2) => top[place] * share + ground[place] * (1 - share);
        return [mix(0), mix(1), mix(2), 1];
      };
      const light = (colour: Colour): number => {
        const [red = 0, green = 0, blue = 0] = colour.slice(0, 3).map((value) => {
          const share = value / 255;
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      const contrast = (one: Colour, other: Colour): number => {
        const [low = 0, high = 0] = [light(one), light(other)].sort((a, b) => a - b);
        return (high + 0.05) / (low + 0.05);
      };
      const opacityOf = (shape: Element): number => {
        let opacity = 1;
        for (let one: Element | null = shape; one !== null; one = one.parentElement) {
          opacity *= Number(getComputedStyle(one).opacity);
        }
        return opacity;
      };
      const isArea = (one: Element) => one instanceof SVGGeometryElement && !(one instanceof SVGLineElement);
      /** Grounds at a point, from the page up: the plain one, and the one with the lines of a hatching. */
      const groundsAt = (x: number, y: number): { plain: Colour; hatched: Colour } => {
        let plain = parse(getComputedStyle(document.body).backgroundColor);
        let hatched = plain;
        const stack = document.elementsFromPoint(x, y).reverse();
        for (const shape of stack.filter(isArea)) {
          const { fill, fillOpacity } = getComputedStyle(shape);
          const opacity = Number(fillOpacity) * opacityOf(shape);
          const pattern = /url\("?#([^")]+)/.exec(fill)?.[1];
          if (pattern !== undefined) {
            const line = document.querySelector(`#${pattern} [stroke]`);
            const { stroke, strokeOpacity } = getComputedStyle(line ?? shape);
            hatched = over(parse(stroke), Number(strokeOpacity) * opacity, hatched);
          } else if (fill !== 'none') {
            plain = over(parse(fill), opacity, plain);
            hatched = over(parse(fill), opacity, hatched);
          }
        }
        return { plain, hatched };
      };

      const wrong: string[] = [];
      for (const drawing of document.querySelectorAll('svg')) {
        drawing.scrollIntoView({ block: 'center' });
        const name = drawing.querySelector('title')?.textContent ?? '';
        const complain = (what: string) => {
          wrong.push(`${name}: ${what}`);
        };
        const frame = drawing.getBoundingClientRect();
        const boxes = [...drawing.querySelectorAll('rect')].map((rect) => rect.getBoundingClientRect());
        const words = [...drawing.querySelectorAll('text')].map((element) => ({
          element,
          text: element.textContent,
          box: element.getBoundingClientRect(),
        }));
        for (const [index, { element, text, box }] of words.entries()) {
          if (
            box.left < frame.left ||
            box.right > frame.right ||
            box.top < frame.top ||
            box.bottom > frame.bottom
          ) {
            complain(`"${text}" is cut off`);
          }
          const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
          const around = boxes
            .filter((one) => one.left <= x && x <= one.right && one.top <= y && y <= one.bottom)
            .sort((a, b) => a.width - b.width)[0];
          if (around !== undefined && (box.left < around.left || box.right > around.right)) {
            complain(`"${text}" reaches out of its box`);
          }
          for (const other of words.slice(index + 1)) {
            const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
            const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
            if (wide > 1 && high > 3) {
              complain(`"${text}" and "${other.text}" lie on each other`);
            }
          }
          const style = getComputedStyle(element);
          const opacity = Number(style.fillOpacity) * opacityOf(element);
          for (const at of [box.left + 2, x, box.right - 2]) {
            const { plain, hatched } = groundsAt(at, y);
            const found = contrast(over(parse(style.fill), opacity, plain), plain);
            const onLines = contrast(over(parse(style.fill), opacity, hatched), hatched);
            if (found < least || onLines < leastOnHatching) {
              complain(`"${text}" has a contrast of ${found.toFixed(1)}, ${onLines.toFixed(1)} on hatching`);
              break;
            }
          }
        }
      }
      return wrong;
    },
    [enough, enoughOnHatching] as const,
  );
}
