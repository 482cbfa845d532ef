import { code, diagram, output, statement, type PartChecklist } from './item';

export const partThree: PartChecklist<'part-3'> = {
  '3.1': [
    code(3, 'a plain function and its async twin', {
      python: 'async def greet_async(name: str) -> str:',
      typescript: 'async function greetAsync(name: string): Promise<string>',
    }),
    code(4, 'a call gives the value, or a coroutine object', {
      python: 'ticket = greet_async("Alice")',
      typescript: "const ticket = greetAsync('Alice')",
    }),
    output('the call does not give the value', {
      python: 'async call: a coroutine',
      typescript: 'async call: a Promise',
    }),
    output('awaiting gives it', 'awaited: Hello, Alice'),
    statement('what is printed is the object', '<coroutine object greet at 0x…>'),
    statement('await it, or run it', '`asyncio.run` does it'),
    diagram('meal and ticket', 'An async call: you get a ticket'),
  ],
  '3.2': [
    statement('await pauses', 'It **pauses** this function'),
    statement('await gets the result', 'It **gets** the answer'),
    code(5, 'a call that waits between two prints', {
      python: 'dish = await cook("soup")',
      typescript: "const dish = await cook('soup');",
    }),
    output('nothing is skipped', 'after await: soup, hot'),
    code(6, 'await in a plain function is refused', {
      python: 'compile(plain, "plain.py", "exec")',
      typescript: 'new Function(plain)',
    }),
    output('the syntax error', {
      python: "in a plain function: 'await' outside async function",
      typescript:
        'in a plain function: await is only valid in async functions and the top level bodies of modules',
    }),
    statement('only inside an async function', '**only inside an async function**'),
  ],
  '3.3': [
    statement('main becomes asyncio.run(main)', 'in place of `main()`'),
    diagram('starting, running, ending', 'asyncio.run(main())'),
    code(7, 'a complete program', {
      python: 'guests = asyncio.run(evening())',
      typescript: 'const guests = await evening();',
    }),
    output('it serves', 'open'),
    statement('1: it makes a loop', 'It makes a new event loop: the restaurant opens'),
    statement('2: it runs to the end', 'It runs `main` until it is done'),
    statement('3: it closes the loop', 'closes the loop: lights out'),
    statement('4: it gives the result', 'It gives you what `main` returned'),
    code(8, 'once at the top; not inside async code; not again and again', {
      python: 'asyncio.run(late)',
    }),
    output('inside async code it is refused', {
      python: 'refused: asyncio.run() cannot be called from a running event loop',
    }),
    output('what is left at the end: cancelled in Python, waited for in Node', {
      python: 'dishwasher: switched off half-way',
      typescript: 'nothing is left to wait for: Node closes',
    }),
    statement('several times builds several loops', 'each call builds a new restaurant'),
  ],
  '3.4': [
    statement('hints work as before', 'They work here too'),
    statement('the return type is what comes after await', 'names the meal: what you get _after_ `await`'),
    code(9, 'a value, perhaps none, and a list', {
      python: 'async def find_guest(name: str) -> Optional[Guest]:',
      typescript: 'Promise<Guest | null>',
    }),
    code(10, 'a generic wrapper that tries again', {
      python: 'async def with_retry(call: Callable[[], Awaitable[T]], tries: int) -> T:',
      typescript: 'async function withRetry<T>(call: () => Promise<T>, tries: number): Promise<T>',
    }),
    output('it gives the result of the try that works', 'got soup'),
    diagram('what the annotation names', 'A generic helper keeps the type'),
  ],
  '3.5': [
    statement('errors work as in plain code', 'They work in async code as they always did'),
    code(11, 'own errors, caught by kind', {
      python: 'except SoldOut as error:',
      typescript: 'if (error instanceof SoldOut)',
    }),
    output('one kind is reported', 'oysters: no oysters today'),
    output('another is waited out and tried again', 'soup: busy, ask again in 0.5 s'),
    output('then it works', 'soup, hot'),
    diagram('an error travels from await to await', 'has no try: it passes'),
    statement('it passes through every await', 'from `await` to `await`'),
  ],
};
