"""Deletes its own file, and fails later on, so that somebody asks for the line."""
import asyncio
import os


async def main():
    os.remove(__file__)
    await asyncio.sleep(0.02)
    raise ValueError("here")


asyncio.run(main())
