import { INSERTED } from '../instrument/site';

type ToString = (this: unknown) => string;

/** What ends an arrow function whose body is an expression ends with the function, before its mark does. */
const inserted = new RegExp(`${INSERTED.begin}[^]*?(?:${INSERTED.end}|$)`, 'g');

/** Lets functions show the source that the program gave them, without what the recorder put into it. */
export function showOwnSource(): void {
  const { prototype } = Function;
  const native: ToString = Reflect.get<typeof prototype, 'toString'>(prototype, 'toString');
  const own: { readonly toString: ToString } = {
    toString() {
      const text = Reflect.apply(native, this === own.toString ? native : this, []);
      return text.includes(INSERTED.begin) ? text.replace(inserted, '') : text;
    },
  };
  Object.defineProperty(prototype, 'toString', {
    value: own.toString,
    configurable: true,
    writable: true,
    enumerable: false,
  });
}
