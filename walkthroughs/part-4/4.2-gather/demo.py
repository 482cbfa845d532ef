"""Three dishes ordered together; then one of two burns. How long, in which order, and what becomes of the other?"""

import asyncio
import time


async def cook(dish: str, seconds: float) -> str:
    print(f"{dish}: start")
    await asyncio.sleep(seconds)
    print(f"{dish}: done")
    return dish


async def burn(dish: str, seconds: float) -> str:
    await asyncio.sleep(seconds)
    raise RuntimeError(f"{dish} is burnt")


async def main() -> None:
    started = time.monotonic()
    dishes = await asyncio.gather(cook("soup", 1.0), cook("bread", 0.5), cook("stew", 0.8))
    print(f"{', '.join(dishes)}: {time.monotonic() - started:.1f} s")

    print("-- one burns")
    try:
        await asyncio.gather(cook("goose", 0.6), burn("cake", 0.2))
    except RuntimeError as error:
        print(f"raised at once: {error}")
    await asyncio.sleep(0.6)

    print("-- errors as results")
    results = await asyncio.gather(cook("fish", 0.6), burn("tart", 0.2), return_exceptions=True)
    for result in results:
        print(f"error: {result}" if isinstance(result, BaseException) else f"dish: {result}")


asyncio.run(main())
