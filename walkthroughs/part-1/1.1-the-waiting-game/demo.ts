// Three reports, asked for one after another. Predict the total before you run it.
import { setTimeout as sleep } from 'node:timers/promises';

async function orderReport(title: string): Promise<string> {
  console.log(`Asking for ${title} ...`);
  await sleep(2000); // stands in for a slow network
  console.log(`${title} is here`);
  return title.toUpperCase();
}

const weather = () => orderReport('weather');
const news = () => orderReport('news');
const stocks = () => orderReport('stocks');

const started = performance.now();
const page = [await weather(), await news(), await stocks()];
console.log(`${page.length} reports in ${((performance.now() - started) / 1000).toFixed(1)} s`);
