import assert from 'node:assert/strict';
import { assertParses, repaired, summary } from './harness';

const newsroom = `"""Collects headlines and writes a report."""
import asyncio
import json
import time
from dataclasses import dataclass
from pathlib import Path

import requests


@dataclass
class Article:
    title: str
    url: str

    async def body(self) -> str:
        await asyncio.sleep(0.1)
        return f"{self.title}: {self.url}"


class Archive:
    def __init__(self, folder: str) -> None:
        self.folder = Path(folder)
        self.lock = asyncio.Lock()

    async def store(self, article: Article) -> None:
        async with self.lock:
            text = article.body()  # missing-await
            (self.folder / "articles.txt").write_text(text.upper())  # blocking-call

    async def count(self) -> int:
        await asyncio.sleep(0)
        return len(list(self.folder.iterdir()))


class Newsroom:
    def __init__(self) -> None:
        self.archive = Archive("news")
        self.seen: list[Article] = []

    def download(self, topic: str) -> dict:
        reply = requests.get("https://news.example/" + topic, timeout=5)
        return reply.json()

    async def headlines(self, topic: str) -> list[Article]:
        data = self.download(topic)  # blocking-call
        return [Article(item["title"], item["url"]) for item in data["items"]]

    async def collect(self, topics: list[str]) -> None:
        for topic in topics:
            for article in self.headlines(topic):  # missing-await
                self.seen.append(article)
        for article in self.seen:
            self.archive.store(article)  # missing-await
        if self.archive.count() > 10:  # missing-await
            print("a busy day")

    async def report(self) -> str:
        bodies = await asyncio.gather(*(article.body() for article in self.seen))
        return json.dumps(bodies)


async def countdown(seconds: int) -> None:
    while seconds:
        print(seconds)
        time.sleep(1)  # blocking-call
        seconds -= 1


async def main() -> None:
    newsroom = Newsroom()
    asyncio.run(newsroom.collect(["python", "async"]))  # nested-runner
    clock = asyncio.create_task(countdown(3))
    report = newsroom.report()  # missing-await
    print(f"report: {report}")
    await clock


if __name__ == "__main__":
    main()  # missing-await
`;

const restaurant = `import asyncio
import random


class Kitchen:
    def __init__(self, cooks=2):
        self.orders = asyncio.Queue()
        self.cooks = cooks
        self.open = asyncio.Event()

    async def cook(self, name):
        await self.open.wait()
        while True:
            dish = await self.orders.get()
            await asyncio.sleep(random.random())
            print(f"{name} made {dish}")
            self.orders.task_done()

    async def order(self, dish):
        await self.orders.put(dish)
        return dish


async def table(kitchen, number):
    dishes = [kitchen.order(f"soup {number}"), kitchen.order(f"cake {number}")]
    return await asyncio.gather(*dishes)


async def main():
    kitchen = Kitchen()
    cooks = [asyncio.create_task(kitchen.cook(f"cook {n}")) for n in range(kitchen.cooks)]
    kitchen.open.set()
    async with asyncio.TaskGroup() as group:
        tables = [group.create_task(table(kitchen, n)) for n in range(3)]
    print([t.result() for t in tables])
    pending = kitchen.orders.join()
    try:
        await asyncio.wait_for(pending, timeout=5)
    except asyncio.TimeoutError:
        print("the kitchen is slow")
    for cook in cooks:
        cook.cancel()
    await asyncio.gather(*cooks, return_exceptions=True)


def start():
    asyncio.run(main())


start()
`;

/** What the comments at the ends of a program's lines say is wrong there. */
function marks(program: string): readonly string[] {
  return program.split('\n').flatMap((line, index) => {
    const mark = /# ([a-z]+-[a-z]+)$/.exec(line)?.[1];
    return mark === undefined ? [] : [`${index + 1}: ${mark}`];
  });
}

describe('whole programs in Python', () => {
  it('finds what a learner got wrong, and no more', async () => {
    assert.deepEqual(await summary(newsroom), marks(newsroom));
  });

  it('mends it', async () => {
    assertParses(await repaired(newsroom));
  });

  it('has nothing to say about a program that is right', async () => {
    assert.deepEqual(await summary(restaurant), []);
  });
});
