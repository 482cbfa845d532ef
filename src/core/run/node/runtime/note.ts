/** What a constructor returns becomes what its subclasses put their private fields on. */
const Given = function (object: object) {
  return object;
} as unknown as new (object: object) => object;

/**
 * Sticks a note to an object that the program cannot see. A WeakMap would do the same, at a price that a program
 * with many promises feels: each of its entries is work for the garbage collector.
 */
export function stickyNotes<Content extends object>(): {
  on(object: object): Content | undefined;
  stick(object: object, content: Content): void;
} {
  class Note extends Given {
    #content: Content;

    constructor(object: object, content: Content) {
      super(object);
      this.#content = content;
    }

    static on(object: object): Content | undefined {
      return #content in object ? object.#content : undefined;
    }

    static replace(object: object, content: Content): boolean {
      if (!(#content in object)) {
        return false;
      }
      object.#content = content;
      return true;
    }
  }
  return {
    on: (object) => Note.on(object),
    stick: (object, content) => {
      if (!Note.replace(object, content)) {
        new Note(object, content);
      }
    },
  };
}
