"""`await` does two things: it pauses, and it gets the result. In which order are the lines printed?"""

import asyncio


async def cook(dish: str) -> str:
    print(f"{dish}: on the stove")
    await asyncio.sleep(1)
    print(f"{dish}: ready")
    return f"{dish}, hot"


async def main() -> None:
    print("before await")
    dish = await cook("soup")
    print(f"after await: {dish}")

    plain = 'def waiter():\n    await cook("stew")\n'
    try:
        compile(plain, "plain.py", "exec")
    except SyntaxError as error:
        print(f"in a plain function: {error.msg}")


asyncio.run(main())
