"""Five mistakes in one evening. Which lines will be underlined, and what does each one cost?"""

import asyncio
import time


async def serve(table: int) -> None:
    time.sleep(0.5)  # 1: the waiter stands at the kitchen door
    print(f"table {table}: served")


async def send_bill(table: int) -> None:
    await asyncio.sleep(0.2)
    print(f"table {table}: paid")


async def menu() -> str:  # 4: nothing is waited for
    return "soup, stew, cake"


async def count_spoons() -> int:
    return sum(range(10_000_000))  # 5: nobody else runs meanwhile


async def main() -> None:
    started = time.monotonic()
    await asyncio.gather(serve(1), serve(2), serve(3))
    print(f"three tables: {time.monotonic() - started:.1f} s")

    send_bill(1)  # 2: a ticket that nobody redeems

    late = send_bill(2)
    try:
        asyncio.run(late)  # 3: the house is open already
    except RuntimeError as error:
        print(f"refused: {error}")
        await late

    print(await menu())
    print(f"spoons: {await count_spoons()}")


asyncio.run(main())
