"""Prints one line of a million characters, in a few pieces."""
import asyncio


async def main():
    for _ in range(4):
        print("xä" * 125_000, end="")
        await asyncio.sleep(0.01)


asyncio.run(main())
