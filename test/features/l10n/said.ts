// A program: says in the pseudo-language all that the core has to say of traces, runs and the course, as a JSON list.
import * as l10n from '@vscode/l10n';
import { bundleFile, pseudo } from '../../harness/pseudo';

async function main(): Promise<void> {
  l10n.config({ contents: pseudo(bundleFile) });
  const { allSaid } = await import('./texts');
  console.log(JSON.stringify(allSaid()));
}

void main();
