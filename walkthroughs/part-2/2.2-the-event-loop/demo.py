"""Three orders, handed in one after another. In which order are they served?"""

import asyncio


async def order(table: int, cooking: float) -> None:
    print(f"table {table}: order handed in")
    await asyncio.sleep(cooking)
    print(f"table {table}: served")


async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "from the list: light the candles")
    print("the manager writes the list")
    await asyncio.gather(order(1, 1.5), order(2, 0.5), order(3, 1.0))
    print("the list is empty")


asyncio.run(main())
