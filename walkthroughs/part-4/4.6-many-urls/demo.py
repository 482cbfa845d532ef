"""The price of bread, asked for at four markets at once. One market does not answer."""

import asyncio
import time
from typing import Union

ANSWERS = {"north": 2.10, "east": 1.95, "south": 2.30}


async def http_get(market: str) -> float:
    print(f"asking {market}")
    await asyncio.sleep(1)  # stands for a real request
    if market not in ANSWERS:
        raise ConnectionError(f"{market} does not answer")
    return ANSWERS[market]


async def safe_get(market: str) -> Union[float, ConnectionError]:
    try:
        return await http_get(market)
    except ConnectionError as error:
        return error


async def main() -> None:
    markets = ["north", "east", "south", "west"]
    started = time.monotonic()
    results = await asyncio.gather(*(safe_get(market) for market in markets))
    prices = {market: price for market, price in zip(markets, results) if isinstance(price, float)}
    print(f"{len(prices)} of {len(markets)} prices in {time.monotonic() - started:.1f} s")
    for market, price in prices.items():
        print(f"  {market}: {price:.2f}")
    for failure in results:
        if isinstance(failure, ConnectionError):
            print(f"  {failure}")


asyncio.run(main())
