"""A function that can stop half-way. What is printed first?"""

import asyncio


def season(dish: str) -> None:
    print(f"{dish}: salt")  # a plain function: nobody comes in between
    print(f"{dish}: pepper")


async def recipe(dish: str) -> None:
    print(f"{dish}: chop")
    await asyncio.sleep(0.5)
    season(dish)
    await asyncio.sleep(0.5)
    print(f"{dish}: ready")


async def main() -> None:
    soup = recipe("soup")
    print("the recipe is called")
    await asyncio.gather(soup, recipe("stew"))


asyncio.run(main())
