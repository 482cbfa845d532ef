import './features/translations';
import { Disposable, window, type ExtensionContext } from 'vscode';
import { launch } from './core/run/launch';
import { recorderCommand } from './core/run/recorders';
import * as change from './features/course/change';
import { CurrentSection } from './features/course/current-section';
import { DemoFiles } from './features/course/demo-files';
import * as demos from './features/course/demos';
import * as glossary from './features/course/glossary';
import * as language from './features/course/language';
import { withTerms, type MarkdownIt } from './features/course/lesson-terms';
import * as lessons from './features/course/lessons';
import * as navigation from './features/course/navigation';
import * as prediction from './features/course/predict';
import { ProgressStore } from './features/course/progress-store';
import * as reset from './features/course/reset';
import * as statusBar from './features/course/status-bar';
import * as tourCommands from './features/course/tour/register';
import { Tour } from './features/course/tour/tour';
import * as tree from './features/course/tree';
import * as walkthrough from './features/course/walkthrough';
import { startChecking } from './features/mistakes/checking';
import * as codeActions from './features/mistakes/code-actions';
import * as diagnostics from './features/mistakes/diagnostics';
import { Found } from './features/mistakes/found';
import * as hover from './features/mistakes/hover';
import * as show from './features/mistakes/show';
import * as checkWorkspace from './features/mistakes/workspace';
import * as codeLens from './features/run/code-lens';
import * as runCommands from './features/run/commands';
import * as conclusion from './features/run/conclude';
import { findInterpreter } from './features/run/interpreter';
import * as runPanel from './features/run/panel';
import { Runner } from './features/run/runner';
import type { RunParts } from './features/run/start';
import * as timeline from './features/timeline/register';
import { assetsIn, distDirectory } from './platform/assets';
import { TimelinePanel } from './timeline/panel';

/** What tests of the extension reach for, and what the editor's Markdown preview asks for. */
export interface Api extends RunParts {
  readonly extendMarkdownIt: (markdown: MarkdownIt) => MarkdownIt;
}

export function activate(context: ExtensionContext): Api {
  const output = window.createOutputChannel('Async Tutor');
  const progress = new ProgressStore(context.globalState);
  const demoFiles = new DemoFiles(context);
  const panel = new TimelinePanel(context.extensionUri);
  const current = new CurrentSection(context.globalState, demoFiles);
  const tour = new Tour();
  const found = new Found();
  const checking = startChecking(context, found, output);
  const assets = assetsIn(distDirectory());
  const runner = new Runner({
    panel,
    output,
    launch: (request, listener) => launch(request, recorderCommand(request, assets), listener),
    interpreter: (target) => findInterpreter(target, output),
  });
  const run: RunParts = { context, runner, panel, progress, demos: demoFiles };
  context.subscriptions.push(
    Disposable.from(output, progress, panel, found, runner, current, tour),
    walkthrough.register(context, progress),
    reset.register(progress),
    language.register(),
    glossary.register(),
    tree.register(progress, current),
    statusBar.register(progress, current),
    navigation.register({ context, store: progress, current, demos: demoFiles }),
    tourCommands.register(tour, demoFiles),
    change.register(run),
    lessons.register(context),
    prediction.register(progress),
    demos.register(demoFiles, tour),
    runCommands.register(run),
    runPanel.register(run),
    timeline.register(run, found),
    conclusion.register(run),
    codeLens.register(runner),
    diagnostics.register(context, found),
    codeActions.register(found, checking),
    hover.register(found),
    checkWorkspace.register(checking, found, output),
    show.register(context, run),
    checking,
  );
  return { ...run, extendMarkdownIt: withTerms };
}
