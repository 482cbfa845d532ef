"""Closes its standard streams and whatever somebody else may have opened."""
import asyncio
import os


async def main():
    print("pid", os.getpid(), flush=True)
    for descriptor in (0, 1, 2):
        os.close(descriptor)
    os.closerange(50, 2000)
    await asyncio.sleep(0.1)
    os._exit(3)


asyncio.run(main())
