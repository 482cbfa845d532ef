import { eastAsianWidth } from 'get-east-asian-width';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const emoji = /^(?:\p{Emoji_Presentation}|\p{Emoji}\uFE0F)/u;
const invisible = /^[\p{Control}\p{Mark}\p{Format}\p{Surrogate}]+$/u;

function widthOfGrapheme(grapheme: string): number {
  if (invisible.test(grapheme)) {
    return 0;
  }
  return emoji.test(grapheme) ? 2 : eastAsianWidth(grapheme.codePointAt(0) ?? 0);
}

/** How many columns of a terminal a text takes. */
export function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of graphemes.segment(text)) {
    width += widthOfGrapheme(segment);
  }
  return width;
}

/** The text cut or padded to exactly `width` columns; a cut text ends with `…`. Control characters are left out. */
export function fitTo(text: string, width: number): string {
  const shown: string[] = [];
  let used = 0;
  let isCut = false;
  const limit = widthOf(text) > width ? width - 1 : width;
  for (const { segment } of graphemes.segment(text.replace(/\p{Control}/gu, ''))) {
    const next = widthOfGrapheme(segment);
    if (used + next > limit) {
      isCut = true;
      break;
    }
    shown.push(segment);
    used += next;
  }
  const end = isCut && used < width ? '…' : '';
  return shown.join('') + end + ' '.repeat(Math.max(0, width - used - end.length));
}
