import { code, diagram, output, statement, type PartChecklist } from './item';

export const partOne: PartChecklist<'part-1'> = {
  '1.1': [
    code(1, 'three functions that each wait two seconds, called in a row', {
      python: 'page = [weather(), news(), stocks()]',
      typescript: 'const page = [await weather(), await news(), await stocks()]',
    }),
    output('each request ends before the next begins', 'weather is here'),
    output('six seconds in all', '3 reports in 6.0 s'),
    statement('the processor is idle while the program waits', 'spent six seconds on nothing'),
    diagram('three waits in a row, the processor asleep, six seconds', '>idle<', 'answer.svg'),
    diagram('the picture asks before it tells', 'Where on the time scale'),
    statement('the requests do not need each other', 'none of the three needs the one before it'),
    statement('synchronous code runs one line at a time', 'one line at a time'),
  ],
  '1.2': [
    statement(
      'a blocking operation stops everything else',
      'your program can do nothing else until it comes back',
    ),
    statement('sleeping blocks', '`time.sleep()`'),
    statement('an HTTP call blocks', '`requests.get()`'),
    statement('reading a file blocks', '`file.read()`'),
    statement('reading from a socket blocks', '`socket.recv()`'),
    statement('asking the user blocks', '`input()`'),
    statement('the processor idles, the answer comes from outside', 'the processor is idle'),
    diagram('request, blocked program, response', 'your program'),
  ],
  '1.3': [
    statement('I/O-bound: APIs, files, databases, users', 'APIs, files, databases, a person'),
    statement(
      'CPU-bound: images, video, simulations, training',
      'Images, video, simulations, training a model',
    ),
    statement('while it waits the processor is free', 'the processor is free'),
    statement('while it calculates the processor is busy', 'The processor is busy all the time'),
    statement('async helps the first kind only', 'only one of the two kinds is cured by async'),
    statement('async makes no processors', 'async does not make more processors'),
    diagram('waits overlap', 'the next wait begins inside the first', 'answer.svg'),
    diagram('calculations form a staircase', 'one calculation at a time on one core', 'answer.svg'),
  ],
  '1.4': [
    statement('the blocking waiter stands at the kitchen', 'stands there for ten minutes'),
    statement('three tables take him thirty minutes', 'Three tables take thirty minutes'),
    statement('the other one goes on while the food cooks', 'goes on to table 2 while the food cooks'),
    statement('three tables take him about twelve', 'Three tables take about twelve minutes'),
    statement('waiter: the program', '| waiter'),
    statement('tables: tasks', '| tables'),
    statement('kitchen: what is outside', '| kitchen'),
    statement('bell: an event', '| the bell'),
    statement('taking the next order: another coroutine', '| taking the next order while food cooks'),
    statement('manager: the event loop', '| manager who says who goes where'),
    diagram('both waiters on a time scale', 'about 12'),
  ],
};
