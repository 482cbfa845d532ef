"""Is ended by a signal in the middle of a wait."""
import asyncio
import os
import signal


async def main():
    asyncio.get_running_loop().call_later(0.05, os.kill, os.getpid(), signal.SIGKILL)
    await asyncio.sleep(60)


asyncio.run(main())
