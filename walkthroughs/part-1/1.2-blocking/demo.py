"""A ticking clock beside a call that blocks. Watch what the tick does meanwhile."""

import asyncio
import time


async def tick() -> None:
    for beat in range(6):
        print(f"tick {beat}")
        await asyncio.sleep(0.25)


async def slow_lookup() -> None:
    await asyncio.sleep(0.3)
    print("lookup begins")
    time.sleep(1)  # blocks: the thread can do nothing else
    print("lookup ends")


async def main() -> None:
    await asyncio.gather(tick(), slow_lookup())


asyncio.run(main())
