// Imported first: tables of the core are translated as they are loaded.
import * as l10n from '@vscode/l10n';
import { l10n as editor } from 'vscode';

if (editor.bundle !== undefined) {
  l10n.config({ contents: editor.bundle });
}
