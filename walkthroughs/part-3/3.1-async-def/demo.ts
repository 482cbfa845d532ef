// The same greeting, once as a plain function and once as an async function. What does the call give you?
import { setTimeout as sleep } from 'node:timers/promises';

function greet(name: string): string {
  return `Hello, ${name}`;
}

async function greetAsync(name: string): Promise<string> {
  console.log('the kitchen begins');
  await sleep(500);
  return `Hello, ${name}`;
}

console.log(`plain call: ${greet('Alice')}`);

const ticket = greetAsync('Alice');
console.log(`async call: a ${ticket.constructor.name}`);
console.log(`awaited: ${await ticket}`);

console.log(`awaited again: ${await ticket}`);
