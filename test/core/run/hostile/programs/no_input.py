"""Closes its standard input, and reads from it."""
import asyncio
import os
import sys


async def main():
    os.close(0)
    try:
        sys.stdin.read()
    except OSError:
        await asyncio.sleep(0.02)
        print("done")


asyncio.run(main())
