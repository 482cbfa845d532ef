"""One cook, two dishes. In which order do the steps come, and how many cooks does it take?"""

import asyncio
import threading

cooks: set[int] = set()


async def cook(dish: str, rest: float) -> None:
    for step in ("chop", "stir", "taste"):
        cooks.add(threading.get_ident())
        print(f"{dish}: {step}")
        await asyncio.sleep(rest)  # the stove works, the cook is free


async def main() -> None:
    await asyncio.gather(cook("soup", 0.5), cook("stew", 0.5))
    print(f"cooks in the kitchen: {len(cooks)}")


asyncio.run(main())
