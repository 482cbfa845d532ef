import asyncio


async def main():
    for _ in range(30_000):
        await asyncio.sleep(0)
    print("done")


asyncio.run(main())
