import asyncio
import os


async def shout():
    while True:
        print("x" * 1000)


print("pid", os.getpid(), flush=True)
asyncio.run(shout())
