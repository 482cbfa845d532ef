// Imported first: tables are translated as they are loaded.
import * as l10n from '@vscode/l10n';

const { translations } = document.body.dataset;
if (translations !== undefined) {
  l10n.config({ contents: translations });
}
