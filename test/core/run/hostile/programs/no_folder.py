"""Deletes the folder that it runs in."""
import asyncio
import os
import tempfile


async def main():
    os.chdir(tempfile.mkdtemp())
    os.rmdir(os.getcwd())
    await asyncio.sleep(0.02)
    print("done")


asyncio.run(main())
