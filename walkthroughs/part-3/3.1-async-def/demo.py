"""The same greeting, once as a plain function and once as a coroutine function. What does the call give you?"""

import asyncio


def greet(name: str) -> str:
    return f"Hello, {name}"


async def greet_async(name: str) -> str:
    print("the kitchen begins")
    await asyncio.sleep(0.5)
    return f"Hello, {name}"


async def main() -> None:
    print(f"plain call: {greet('Alice')}")

    ticket = greet_async("Alice")
    print(f"async call: a {type(ticket).__name__}")
    print(f"awaited: {await ticket}")

    try:
        print(f"awaited again: {await ticket}")
    except RuntimeError as error:
        print(f"awaited again: {error}")


asyncio.run(main())
