import asyncio
import os


async def hoard():
    kept = []
    while True:
        kept.append(bytearray(b"x") * 8_000_000)
        await asyncio.sleep(0.005)


print("pid", os.getpid(), flush=True)
asyncio.run(hoard())
