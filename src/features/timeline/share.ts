import path from 'node:path';
import { Disposable, env, l10n, Uri, window, workspace, type QuickPickItem } from 'vscode';
import { chromeTrace } from '../../core/trace/chrome';
import { draw } from '../../core/trace/draw';
import { verdictOf } from '../../core/trace/verdict';
import type { TimelinePanel } from '../../timeline/panel';
import type { FinishedRun, PictureFormat } from '../../timeline/protocol';
import { registerCommand } from '../ids';
import { pickTrace } from './trace-files';

interface Way extends QuickPickItem {
  readonly take: () => Promise<void> | void;
}

/** Keeps and shares what the panel shows: traces saved and opened, pictures, Chrome's format, text. */
export function register(panel: TimelinePanel): Disposable {
  const save = async (ending: string, kind: string, bytes: (run: FinishedRun) => Uint8Array) => {
    const run = panel.runs.at(-1);
    if (run !== undefined) {
      const file = await window.showSaveDialog({
        defaultUri: placeFor(run, ending),
        filters: { [kind]: [ending.split('.').at(-1) ?? ending] },
      });
      await (file && workspace.fs.writeFile(file, bytes(run)));
    }
  };
  const askToDraw = (format: PictureFormat) => {
    panel.reveal();
    panel.mention({ type: 'draw', format });
  };
  const saveTrace = () =>
    save('trace.json', l10n.t('Traces'), ({ trace }) => Buffer.from(`${JSON.stringify(trace)}\n`));
  const openTrace = async () => {
    const run = await pickTrace();
    if (run !== undefined) {
      panel.show(run);
    }
  };
  const ways = (): Way[] => [
    { label: l10n.t('$(save) Save the trace…'), detail: l10n.t('To be opened here again.'), take: saveTrace },
    { label: l10n.t('$(folder-opened) Open a trace…'), take: openTrace },
    {
      label: l10n.t('$(copy) Copy as text'),
      take: async () => {
        await env.clipboard.writeText(panel.runs.map(textOf).join('\n\n'));
        window.setStatusBarMessage(l10n.t('The timeline is in the clipboard.'), 4000);
      },
    },
    {
      label: l10n.t('$(device-camera) Picture as PNG…'),
      take: () => {
        askToDraw('png');
      },
    },
    {
      label: l10n.t('$(file-media) Picture as SVG…'),
      take: () => {
        askToDraw('svg');
      },
    },
    {
      label: l10n.t('$(graph) Chrome trace…'),
      detail: l10n.t('To be opened in Perfetto or chrome://tracing.'),
      take: () =>
        save('chrome.json', l10n.t('Chrome traces'), ({ trace }) =>
          Buffer.from(`${JSON.stringify(chromeTrace(trace))}\n`),
        ),
    },
  ];
  const share = async () => {
    const title = l10n.t('Keep or share the timeline');
    const shown = panel.runs.length === 0 ? ways().filter(({ take }) => take === openTrace) : ways();
    await (await window.showQuickPick(shown, { title, placeHolder: title }))?.take();
  };
  return Disposable.from(
    registerCommand('asyncTutor.shareTimeline', share),
    registerCommand('asyncTutor.saveTrace', saveTrace),
    registerCommand('asyncTutor.openTrace', openTrace),
    panel.onDidAsk(async (message) => {
      if (message.type === 'share') {
        await share();
      } else if (message.type === 'drawn') {
        const encoding = message.format === 'png' ? 'base64' : 'utf8';
        await save(message.format, message.format.toUpperCase(), () => Buffer.from(message.data, encoding));
      }
    }),
  );
}

/** The run as text: its name, the picture, and what it shows. */
function textOf({ title, trace, problem }: FinishedRun): string {
  const findings = trace.findings.map(({ message }) => `- ${message}`);
  return [
    title.name,
    ...(problem === null ? [] : [problem]),
    verdictOf(trace),
    '',
    draw(trace),
    '',
    ...findings,
  ]
    .join('\n')
    .trimEnd();
}

function placeFor({ title }: FinishedRun, ending: string): Uri {
  const name = `${title.name.replace(/(\.trace)?\.\w+$/, '')}.${ending}`;
  const [folder] = workspace.workspaceFolders ?? [];
  const program = title.file === null ? undefined : Uri.parse(title.file);
  if (program?.scheme === 'file' && workspace.getWorkspaceFolder(program) !== undefined) {
    return Uri.joinPath(program, '..', name);
  }
  return folder === undefined ? Uri.file(path.resolve(name)) : Uri.joinPath(folder.uri, name);
}
