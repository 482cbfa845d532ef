"""One function pauses twice, another uses the gaps. Then: an await that has nothing to wait for."""

import asyncio


async def ask_kitchen() -> str:
    await asyncio.sleep(0.6)
    return "soup"


async def write_down(dish: str) -> None:
    await asyncio.sleep(0.6)
    print(f"   written down: {dish}")


async def serve_table_1() -> None:
    print("1. order handed in")
    dish = await ask_kitchen()  # pause
    print("2. food is here")
    await write_down(dish)  # pause again
    print("3. done")


async def serve_others() -> None:
    for table in (2, 3, 4, 5):
        print(f"   meanwhile at table {table}")
        await asyncio.sleep(0.25)


async def main() -> None:
    await asyncio.gather(serve_table_1(), serve_others())

    kitchen = asyncio.create_task(ask_kitchen())
    await kitchen
    asyncio.get_running_loop().call_soon(print, "the next one on the list")
    dish = await kitchen  # is done already
    print(f"again: {dish}")


asyncio.run(main())
