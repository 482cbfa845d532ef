"""Three dishes that do not need each other, awaited one after another. How long will it take?"""

import asyncio
import time


async def cook(dish: str, seconds: float) -> str:
    print(f"{dish}: start")
    await asyncio.sleep(seconds)
    print(f"{dish}: done")
    return dish


async def main() -> None:
    started = time.monotonic()
    soup = await cook("soup", 1)
    stew = await cook("stew", 1)
    cake = await cook("cake", 1)
    print(f"{soup}, {stew}, {cake}: {time.monotonic() - started:.1f} s")


asyncio.run(main())
