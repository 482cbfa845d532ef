import type { Language } from '../../../src/core/language';

/** A TypeScript module of about so many lines, like what a learner writes: classes, helpers, awaits, a mistake or two. */
export function typescriptProgram(lines: number, seed = 0): string {
  const head = `import { readFile } from 'node:fs/promises';\nimport { setTimeout as sleep } from 'node:timers/promises';\n\nexport interface Order { readonly table: number; readonly dishes: readonly string[] }\n`;
  const parts = Array.from({ length: Math.ceil((lines - 4) / 25) }, (_, index) =>
    typescriptPart(index + seed),
  );
  return head + parts.join('');
}

function typescriptPart(index: number): string {
  return `
export class Kitchen${index} {
  readonly #orders: Order[] = [];

  async cook(order: Order): Promise<string> {
    await sleep(order.table * 10);
    const recipe = await readFile(order.dishes.join('-'), 'utf8');
    return recipe.split('\\n').filter((line) => line.length > 0).join(' ');
  }

  async serve(orders: readonly Order[]): Promise<readonly string[]> {
    this.#orders.push(...orders);
    const served = await Promise.all(orders.map((order) => this.cook(order)));
    if (served.length > ${index}) {
      this.cook({ table: ${index}, dishes: [] });
    }
    return served;
  }
}

export async function evening${index}(tables: number): Promise<void> {
  const kitchen = new Kitchen${index}();
  const orders = Array.from({ length: tables }, (_, table) => ({ table, dishes: ['soup', 'rice'] }));
  console.log(await kitchen.serve(orders));
}
`;
}

/** The same for Python. */
export function pythonProgram(lines: number, seed = 0): string {
  const parts = Array.from({ length: Math.ceil((lines - 3) / 22) }, (_, index) => pythonPart(index + seed));
  return `import asyncio\nimport time\nfrom dataclasses import dataclass\n${parts.join('')}`;
}

function pythonPart(index: number): string {
  return `

@dataclass
class Order${index}:
    table: int
    dishes: list[str]


class Kitchen${index}:
    def __init__(self) -> None:
        self.orders: list[Order${index}] = []

    async def cook(self, order: Order${index}) -> str:
        await asyncio.sleep(order.table / 10)
        return " ".join(dish.upper() for dish in order.dishes)

    async def serve(self, orders: list[Order${index}]) -> list[str]:
        self.orders.extend(orders)
        if len(orders) > ${index}:
            time.sleep(0.1)
        return await asyncio.gather(*(self.cook(order) for order in orders))
`;
}

export const programs: Readonly<Record<Language, (lines: number, seed?: number) => string>> = {
  typescript: typescriptProgram,
  python: pythonProgram,
};
export const endings: Readonly<Record<Language, string>> = { typescript: '.ts', python: '.py' };
