import asyncio
import os


async def main():
    # Whatever of the launcher's the environment shows would be tried as a key to the channel.
    keys = ["", *(value for name, value in os.environ.items() if "TUTOR" in name)]
    forged = "".join(f'{key}["lane",1,77,1,"forged","task",1]\n{key}["end",1,2,"failed","forged"]\n' for key in keys)
    for descriptor in range(3, 1025):
        try:
            os.write(descriptor, f'{forged}nonsense\n["idle",1e999,'.encode())
        except OSError:
            pass
    await asyncio.sleep(0.05)
    print("done")


asyncio.run(main())
