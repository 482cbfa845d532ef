"""Order now, fetch later: in the background, several at once, cancelled, and too late."""

import asyncio


async def cook(dish: str, seconds: float) -> str:
    print(f"{dish}: on the stove")
    try:
        await asyncio.sleep(seconds)
        return f"{dish}, hot"
    except asyncio.CancelledError:
        print(f"{dish}: taken off the stove")
        raise


async def in_background() -> None:
    task = asyncio.create_task(cook("pasta", 1.0), name="pasta order")
    print(f"{task.get_name()}, done: {task.done()}")
    await asyncio.sleep(0.4)
    print(f"table laid, done: {task.done()}")
    print(await task)
    print(f"done: {task.done()}, result: {task.result()}")


async def several() -> None:
    tasks = [asyncio.create_task(cook(dish, 0.5), name=dish) for dish in ("soup", "stew", "cake")]
    for task in tasks:
        print(f"{task.get_name()}: {await task}")


async def changed_mind() -> None:
    task = asyncio.create_task(cook("roast", 5.0))
    await asyncio.sleep(0.3)
    print("the guest leaves")
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print(f"roast, done: {task.done()}, cancelled: {task.cancelled()}")


async def too_late() -> None:
    try:
        print(await asyncio.wait_for(cook("goose", 5.0), timeout=0.5))
    except asyncio.TimeoutError:
        print("goose: not in time")


async def main() -> None:
    await in_background()
    await several()
    await changed_mind()
    await too_late()


asyncio.run(main())
