"""An error in the kitchen travels up through every `await`. Where can it be caught?"""

import asyncio


class KitchenError(Exception):
    """Whatever goes wrong in the kitchen."""


class SoldOut(KitchenError):
    """Today there is none left."""


class Busy(KitchenError):
    """Too many orders: ask again later."""

    def __init__(self, retry_after: float) -> None:
        super().__init__(f"busy, ask again in {retry_after} s")
        self.retry_after = retry_after


async def cook(dish: str, crowded: bool) -> str:
    await asyncio.sleep(0.3)
    if dish == "oysters":
        raise SoldOut("no oysters today")
    if crowded:
        raise Busy(0.5)
    return f"{dish}, hot"


async def waiter(dish: str, crowded: bool) -> str:
    return await cook(dish, crowded)  # no try here: the error passes through


async def serve(dish: str) -> None:
    try:
        print(await waiter(dish, crowded=True))
    except SoldOut as error:
        print(f"{dish}: {error}")
    except Busy as error:
        print(f"{dish}: {error}")
        await asyncio.sleep(error.retry_after)
        print(await waiter(dish, crowded=False))
    except KitchenError as error:
        print(f"{dish}: something else, {error}")
    finally:
        print(f"{dish}: table cleared")


async def ticket() -> None:
    try:
        order = waiter("oysters", crowded=False)
        print("ordered, no error yet")
    except KitchenError as error:
        print(f"caught at the call: {error}")
        return
    try:
        await order
    except KitchenError as error:
        print(f"caught at the await: {error}")


async def main() -> None:
    await asyncio.gather(serve("oysters"), serve("soup"))
    await ticket()


asyncio.run(main())
