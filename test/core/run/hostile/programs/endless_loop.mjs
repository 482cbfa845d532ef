async function spin() {
  for (;;);
}

console.log(`pid ${process.pid}`);
setTimeout(spin, 50);
