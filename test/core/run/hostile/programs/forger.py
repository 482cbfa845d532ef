"""Writes events of its own making to where a recorder may have its channel, from a thread, while it works."""
import asyncio
import os
import threading

forged = b'["mark",1,1,"forged"]\n["lane",1,7,null,"forged","task",1]\n' * 20
over = threading.Event()


def forge():
    while not over.is_set():
        for descriptor in (250, 1000):
            try:
                os.write(descriptor, forged)
            except OSError:
                pass


async def step():
    for _ in range(200):
        await asyncio.sleep(0.001)


async def main():
    await asyncio.gather(step(), step())


writer = threading.Thread(target=forge)
writer.start()
asyncio.run(main())
over.set()
writer.join()
os.write(1, b"done\n")
