"""The sign on the kitchen door: everybody waits for it. Then closing time, and a bell that rings more than once."""

import asyncio


class Kitchen:
    def __init__(self) -> None:
        self.is_open = asyncio.Event()

    async def light_fires(self) -> None:
        print("kitchen: lighting the fires")
        await asyncio.sleep(0.8)
        print("kitchen: open")
        self.is_open.set()

    async def cook(self, dish: str) -> str:
        await self.is_open.wait()
        await asyncio.sleep(0.2)
        return f"{dish}, hot"


async def waiter(table: int, kitchen: Kitchen) -> None:
    print(f"table {table}: waiting for the kitchen")
    dish = await kitchen.cook("soup")
    print(f"table {table}: {dish}")


async def cleaner(closing: asyncio.Event) -> None:
    rounds = 0
    while not closing.is_set():
        rounds += 1
        try:
            await asyncio.wait_for(closing.wait(), timeout=0.3)
        except asyncio.TimeoutError:
            print(f"cleaner: round {rounds}")
    print(f"cleaner: goes home after {rounds} rounds")


async def baker(tray: list[str], full: asyncio.Event) -> None:
    while True:
        await full.wait()
        full.clear()
        print(f"baker: {len(tray)} rolls into the oven")
        tray.clear()


async def main() -> None:
    kitchen = Kitchen()
    print(f"open: {kitchen.is_open.is_set()}")
    await asyncio.gather(kitchen.light_fires(), waiter(1, kitchen), waiter(2, kitchen), waiter(3, kitchen))
    print(f"open: {kitchen.is_open.is_set()}")

    closing = asyncio.Event()
    cleaning = asyncio.create_task(cleaner(closing))
    await asyncio.sleep(0.7)
    print("closing time")
    closing.set()
    await cleaning

    tray: list[str] = []
    full = asyncio.Event()
    baking = asyncio.create_task(baker(tray, full))
    for number in range(1, 6):
        await asyncio.sleep(0.1)
        tray.append(f"roll {number}")
        if len(tray) == 2 or number == 5:
            full.set()
    await asyncio.sleep(0.1)
    baking.cancel()


asyncio.run(main())
