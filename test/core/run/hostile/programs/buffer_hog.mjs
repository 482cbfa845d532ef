import { Buffer } from 'node:buffer';

console.log(`pid ${process.pid}`);
const kept = [];
setInterval(() => kept.push(Buffer.alloc(8_000_000, 1)), 5);
