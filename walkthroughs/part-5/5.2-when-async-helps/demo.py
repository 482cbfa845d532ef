"""Ten markets answer after 0.1, 0.2 ... 1.0 seconds. Then five guests share two tables."""

import asyncio
import time


async def ask_market(number: int) -> float:
    await asyncio.sleep(number / 10)
    return 2.0 + (number * 7 % 10) / 10


async def sit_down(guest: int, tables: asyncio.Semaphore) -> None:
    async with tables:  # waits while no table is free
        print(f"guest {guest}: sits down")
        await asyncio.sleep(0.3)


async def main() -> None:
    started = time.monotonic()
    prices = await asyncio.gather(*(ask_market(number) for number in range(1, 11)))
    print(f"best of {len(prices)} prices: {min(prices):.1f}, after {time.monotonic() - started:.1f} s")

    started = time.monotonic()
    tables = asyncio.Semaphore(2)
    await asyncio.gather(*(sit_down(guest, tables) for guest in range(1, 6)))
    print(f"five guests: {time.monotonic() - started:.1f} s")


asyncio.run(main())
