"""The evening is over while the dishwasher still runs. What becomes of it?"""

import asyncio


async def dishwasher() -> None:
    try:
        await asyncio.sleep(2)
        print("dishwasher: clean")
    except asyncio.CancelledError:
        print("dishwasher: switched off half-way")
        raise


async def evening() -> int:
    print("open")
    washing = asyncio.create_task(dishwasher())
    await asyncio.sleep(0.5)
    print(f"last guest gone, dishwasher done: {washing.done()}")
    return 12


async def second_manager() -> None:
    late = evening()
    try:
        asyncio.run(late)
    except RuntimeError as error:
        print(f"refused: {error}")
        late.close()


print("closed: no loop is there")
guests = asyncio.run(evening())
print(f"closed again: {guests} guests")
asyncio.run(second_manager())
