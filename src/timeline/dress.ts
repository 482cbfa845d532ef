import { randomBytes } from 'node:crypto';
import { env, l10n, Uri, type WebviewPanel } from 'vscode';
import { timelineHtml } from './html';

/** Gives a panel the timeline's title, icon and page; the page may load nothing but what the extension ships. */
export function dress(panel: WebviewPanel, extensionUri: Uri): void {
  panel.title = l10n.t('Timeline');
  const media = (...names: string[]) => Uri.joinPath(extensionUri, ...names);
  panel.iconPath = {
    light: media('media', 'timeline-light.svg'),
    dark: media('media', 'timeline-dark.svg'),
  };
  panel.webview.options = {
    enableScripts: true,
    localResourceRoots: [media('dist'), media('media')],
  };
  panel.webview.html = timelineHtml({
    scriptUri: panel.webview.asWebviewUri(media('dist', 'timeline.js')).toString(),
    styleUri: panel.webview.asWebviewUri(media('media', 'timeline.css')).toString(),
    cspSource: panel.webview.cspSource,
    nonce: randomBytes(16).toString('base64'),
    locale: env.language,
    translations: l10n.bundle,
  });
}
