"""The order window: a waiter puts slips in, a cook takes them out. Then a pool of three fetches ten pages."""

import asyncio
import time


async def waiter(window: "asyncio.Queue[int]") -> None:
    for order in range(1, 6):
        await window.put(order)  # waits while the window is full
        print(f"waiter: order {order} is in the window")


async def cook(window: "asyncio.Queue[int]") -> None:
    while True:
        order = await window.get()  # waits while the window is empty
        try:
            await asyncio.sleep(0.5)
            print(f"cook: order {order} is done")
        finally:
            window.task_done()


async def service() -> None:
    window: asyncio.Queue[int] = asyncio.Queue(maxsize=2)
    cooking = asyncio.create_task(cook(window))
    await waiter(window)
    print("waiter: all handed in")
    await window.join()
    cooking.cancel()
    print("all orders are done")


async def fetch_all(pages: list[str], workers: int) -> list[str]:
    queue: asyncio.Queue[str] = asyncio.Queue()
    fetched: list[str] = []
    for page in pages:
        queue.put_nowait(page)

    async def worker() -> None:
        while not queue.empty():
            page = queue.get_nowait()
            await asyncio.sleep(0.3)  # stands for the request
            fetched.append(page)
            queue.task_done()

    await asyncio.gather(*(worker() for _ in range(workers)))
    return fetched


async def main() -> None:
    await service()
    started = time.monotonic()
    fetched = await fetch_all([f"/page/{number}" for number in range(10)], workers=3)
    print(f"{len(fetched)} pages: {time.monotonic() - started:.1f} s")


asyncio.run(main())
