console.log(`pid ${process.pid}`);
for (;;) {
  console.log('x'.repeat(1000));
}
