import type { Section } from '../section';
import { tour } from '../tour';

export const theWaitingGame: Section = {
  id: '1.1',
  part: 'part-1',
  title: 'The waiting game',
  minutes: 10,
  folder: '1.1-the-waiting-game',
  buildsOn: [],
  teaches: 'You can say where the time of a program that asks for one thing after another goes.',
  step: {
    text: [
      'Three reports, each from another server, each **two seconds** away. The program asks for one after another.',
      'How long will it take? And what does the processor do meanwhile? Answer first, then run it and really wait.',
    ],
    alt: 'Three requests, weather, news and stocks, of two seconds each beside an empty time scale. How long will it take, and what does the processor do meanwhile?',
  },
  prediction: {
    question: 'Three reports, two seconds each, one after another. How long will it take?',
    choices: ['2 seconds', '4 seconds', '6 seconds'],
    right: 2,
    why: 'Each request begins only when the one before it has answered, so the waits add up. Only side by side would they take 2 seconds.',
  },
  notes: tour([
    {
      at: { python: 'time.sleep(2)' },
      text: 'This stands in for a slow network. For two seconds the program does nothing, and can do nothing else.',
    },
    {
      at: { typescript: 'await sleep(2000)' },
      text: 'This stands in for a slow network. For two seconds this function has nothing to do.',
    },
    {
      at: { python: 'page = [weather(), news(), stocks()]' },
      text: 'One line, three waits. `news()` is called only when `weather()` has come back, although it does not need it.',
    },
    {
      at: { typescript: 'const page = [await weather(), await news(), await stocks()]' },
      text: 'One line, three waits. `news()` is called only when `weather()` has answered, although it does not need it.',
    },
    {
      at: { python: 'started = time.monotonic()', typescript: 'const started = performance.now()' },
      text: 'The clock on the wall starts here. How much of what it shows will be work?',
    },
  ]),
  changes: [
    {
      task: 'Let each report take one second instead of two.',
      edit: {
        python: { from: 'time.sleep(2)', to: 'time.sleep(1)' },
        typescript: { from: 'await sleep(2000)', to: 'await sleep(1000)' },
      },
      prediction: {
        question: 'Each report now takes one second. How long do the three take?',
        choices: ['1 second', '3 seconds', '5 seconds'],
        right: 1,
        why: 'All three are slowed by the same line, and their waits add up: 1 + 1 + 1.',
      },
    },
  ],
};
