"""Yours to mend: three mistakes are hiding here."""

import asyncio
import time


async def bake(dish: str) -> str:
    print(f"{dish} goes into the oven")
    time.sleep(0.5)
    return f"{dish}, hot"


async def taste(dish: str) -> None:
    await asyncio.sleep(0.1)
    print(f"tasting {dish}")


async def cook(dish: str) -> None:
    ready = asyncio.run(bake(dish))
    taste(ready)


asyncio.run(cook("lasagne"))
