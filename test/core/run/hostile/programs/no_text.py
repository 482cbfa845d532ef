"""Prints bytes that are no text in any encoding, and a half of a character."""
import asyncio
import os
import sys


async def main():
    sys.stdout.buffer.write(b"\xff\xfe\x00\x1b[2J\xc3")
    sys.stdout.buffer.flush()
    await asyncio.sleep(0.02)
    sys.stdout.reconfigure(errors="surrogatepass")
    sys.stdout.write("\ud800\n")
    sys.stdout.flush()
    os.write(1, b"done\n")


asyncio.run(main())
