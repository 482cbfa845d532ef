console.log(`pid ${process.pid}`);
const kept = [];
setInterval(() => kept.push(Array.from({ length: 200_000 }, (_, index) => ({ index }))), 10);
