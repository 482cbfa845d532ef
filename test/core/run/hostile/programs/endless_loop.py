import asyncio
import os


async def spin():
    while True:
        pass


print("pid", os.getpid(), flush=True)
asyncio.run(spin())
