import type { Section } from '../section';
import { tour } from '../tour';

export const manyUrls: Section = {
  id: '4.6',
  part: 'part-4',
  title: 'From real life: many requests',
  minutes: 5,
  folder: '4.6-many-urls',
  buildsOn: ['4.2', '3.5'],
  teaches: 'You can ask many servers at once, and live with those that do not answer.',
  step: {
    text: [
      'The pattern you will write most often: a list of addresses, one request each, all together. In real life some of them fail.',
      'In the demo the price of bread is asked for at four markets, a second each, and one does not answer. How many prices do you get, and when?',
    ],
    alt: 'Four requests leave together, and one is not answered. Answers and failures are sorted apart. What becomes of the other three?',
  },
  prediction: {
    question: 'Four markets, one second each, and one fails. How many prices do you get, and when?',
    choices: ['None: one failure spoils all', 'Three, after 1 s', 'Three, after 4 s'],
    right: 1,
    why: 'Each request catches its own failure, so `gather` and `Promise.all` see only results. All wait side by side.',
  },
  notes: tour([
    {
      at: { python: 'await asyncio.sleep(1)', typescript: 'await sleep(1000)' },
      text: 'Stands for a real request. Python: a client like httpx or aiohttp. Node: `fetch`, with a signal that limits the time.',
    },
    {
      at: { python: 'async def safe_get(', typescript: 'async function safeGet(' },
      text: 'A request that never fails: the error becomes a result.',
    },
    {
      at: {
        python: 'safe_get(market) for market in markets',
        typescript: 'markets.map((market) => safeGet(market))',
      },
      text: 'One call for each address, all begun before the first is awaited.',
    },
    {
      at: { python: 'prices = {market: price', typescript: 'const prices = results.filter(' },
      text: 'Results stand in the order of the addresses. Sort the good from the bad, and say how many were bad.',
    },
  ]),
  changes: [
    {
      task: 'Ask without the safety net: call the request itself, not its safe form.',
      edit: {
        python: { from: '*(safe_get(market)', to: '*(http_get(market)' },
        typescript: {
          from: 'markets.map((market) => safeGet(market))',
          to: 'markets.map((market) => httpGet(market).then((price) => ({ market, price, error: undefined })))',
        },
      },
      prediction: {
        question: 'The bare request is used, and one market fails. How many prices are printed?',
        choices: ['Three', 'None: the program ends with the error', 'Four, one of them empty'],
        right: 1,
        why: 'The first failure comes out at the `await`, and there is no `try` around it. The other answers are lost.',
      },
    },
  ],
};
