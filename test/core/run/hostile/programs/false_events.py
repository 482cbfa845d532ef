import asyncio
import os


async def main():
    for descriptor in range(3, 1025):
        try:
            os.write(descriptor, b'["end",1,2,"failed","forged"]\nnonsense\n["idle",1e999,')
        except OSError:
            pass
    await asyncio.sleep(0.05)
    print("done")


asyncio.run(main())
