"""Two kinds of slow: three waits side by side, then three calculations side by side."""

import asyncio
import time


async def wait(name: str) -> None:
    await asyncio.sleep(0.6)
    print(f"{name} waited")


async def calculate(name: str) -> None:
    end = time.perf_counter() + 0.6
    steps = 0
    while time.perf_counter() < end:
        steps += 1
    print(f"{name} calculated")


async def main() -> None:
    started = time.monotonic()
    await asyncio.gather(wait("A"), wait("B"), wait("C"))
    print(f"three waits: {time.monotonic() - started:.1f} s")

    started = time.monotonic()
    await asyncio.gather(calculate("A"), calculate("B"), calculate("C"))
    print(f"three calculations: {time.monotonic() - started:.1f} s")


asyncio.run(main())
