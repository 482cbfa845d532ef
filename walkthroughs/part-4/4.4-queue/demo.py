"""The order window: a waiter puts slips in, a cook takes them out. Then two finders and a pool of three workers."""

import asyncio
import time


async def waiter(window: "asyncio.Queue[int]") -> None:
    for order in range(1, 6):
        await window.put(order)  # waits while the window is full
        print(f"waiter: order {order} is in the window")
    print("waiter: all handed in")


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
    await window.join()
    cooking.cancel()
    print("all orders are done")


async def finder(queue: "asyncio.Queue[str]", site: str) -> None:
    for page in range(5):
        await queue.put(f"/{site}/{page}")


async def worker(queue: "asyncio.Queue[str]", fetched: list[str]) -> None:
    while True:
        page = await queue.get()
        try:
            await asyncio.sleep(0.3)  # stands for the request
            fetched.append(page)
        finally:
            queue.task_done()


async def fetch_all(workers: int) -> list[str]:
    queue: asyncio.Queue[str] = asyncio.Queue(maxsize=4)
    fetched: list[str] = []
    pool = [asyncio.create_task(worker(queue, fetched)) for _ in range(workers)]
    await asyncio.gather(finder(queue, "menu"), finder(queue, "wine"))
    await queue.join()
    for task in pool:
        task.cancel()
    return fetched


async def main() -> None:
    await service()
    started = time.monotonic()
    fetched = await fetch_all(workers=3)
    print(f"{len(fetched)} pages: {time.monotonic() - started:.1f} s")


asyncio.run(main())
