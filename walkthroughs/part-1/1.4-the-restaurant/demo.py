"""One waiter, three tables: first standing at the kitchen door, then not."""

import asyncio

COOKING = 1.0  # a second stands for ten minutes
EATING = 0.2


async def serve(table: int) -> None:
    print(f"table {table}: order taken")
    await asyncio.sleep(COOKING)
    print(f"table {table}: food is ready")
    await asyncio.sleep(EATING)
    print(f"table {table}: has eaten")


async def standing_waiter() -> None:
    for table in (1, 2, 3):
        await serve(table)


async def async_waiter() -> None:
    await asyncio.gather(serve(1), serve(2), serve(3))


async def main() -> None:
    print("-- the waiter who stands and waits")
    await standing_waiter()
    print("-- the waiter who goes on to the next table")
    await async_waiter()


asyncio.run(main())
