process.on('SIGTERM', () => undefined);
process.on('SIGINT', () => undefined);
console.log(`pid ${process.pid}`);
setInterval(() => undefined, 1000);
