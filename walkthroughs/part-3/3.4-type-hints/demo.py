"""The annotation says what you get after `await`. A generic helper keeps it."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Optional, TypedDict, TypeVar

T = TypeVar("T")


class Guest(TypedDict):
    id: int
    name: str


async def fetch_guest(guest_id: int) -> Guest:
    await asyncio.sleep(0.4)
    return {"id": guest_id, "name": f"guest {guest_id}"}


async def find_guest(name: str) -> Optional[Guest]:
    await asyncio.sleep(0.4)
    return {"id": 1, "name": name} if name == "Alice" else None


async def fetch_guests(ids: list[int]) -> list[Guest]:
    return await asyncio.gather(*(fetch_guest(guest_id) for guest_id in ids))


async def with_retry(call: Callable[[], Awaitable[T]], tries: int) -> T:
    for attempt in range(1, tries):
        try:
            return await call()
        except ConnectionError as error:
            print(f"try {attempt}: {error}")
            await asyncio.sleep(0.3)
    return await call()


calls = 0


async def call_kitchen() -> str:
    global calls
    calls += 1
    await asyncio.sleep(0.2)
    if calls < 3:
        raise ConnectionError("the line is busy")
    return "soup"


async def main() -> None:
    one, nobody, several = await asyncio.gather(
        fetch_guest(7), find_guest("Bob"), fetch_guests([1, 2, 3])
    )
    print(f"{one['name']}; Bob: {nobody}; {len(several)} guests")
    try:
        dish: str = await with_retry(call_kitchen, tries=3)
        print(f"got {dish}")
    except ConnectionError as error:
        print(f"gave up: {error}")


asyncio.run(main())
