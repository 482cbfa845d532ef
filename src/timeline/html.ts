/** What the page is made of. */
export interface TimelinePage {
  /** The view's bundle, as a URI that the webview may load. */
  readonly scriptUri: string;
  readonly styleUri: string;
  /** The source that the webview's own resources come from. */
  readonly cspSource: string;
  /** A fresh random value, base64. */
  readonly nonce: string;
  /** Language of the texts, as in `<html lang>`. */
  readonly locale: string;
  /** What the view says, by its English; undefined for English. */
  readonly translations: Readonly<Record<string, string>> | undefined;
}

/** The webview's page: it loads one style sheet and one script, and nothing else can be loaded or run in it. */
export function timelineHtml({
  scriptUri,
  styleUri,
  cspSource,
  nonce,
  locale,
  translations,
}: TimelinePage): string {
  const policy = `default-src 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}'`;
  const said =
    translations === undefined ? '' : ` data-translations="${escaped(JSON.stringify(translations))}"`;
  return `<!doctype html>
<html lang="${escaped(locale)}">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${escaped(policy)}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Timeline</title>
    <link rel="stylesheet" href="${escaped(styleUri)}" />
  </head>
  <body${said}>
    <script nonce="${escaped(nonce)}" src="${escaped(scriptUri)}"></script>
  </body>
</html>
`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
