import { commands, Disposable, l10n, window, type ExtensionContext, type QuickPickItem } from 'vscode';
import { sections, type PartId, type SectionId } from '../../core/course/outline';
import { nextSection, previousSection, whereToContinue } from '../../core/course/way';
import { registerCommand, type CommandId } from '../ids';
import type { CurrentSection } from './current-section';
import { openDemo } from './demos';
import type { DemoFiles } from './demo-files';
import { demoLanguage, languageNames, otherLanguage, rememberLanguage } from './language';
import { sectionFrom } from './pick';
import type { ProgressStore } from './progress-store';

/** What the ways through the course touch. */
export interface NavigationParts {
  readonly context: ExtensionContext;
  readonly store: ProgressStore;
  readonly current: CurrentSection;
  readonly demos: DemoFiles;
}

/** Commands that find the way: a section, the next one, the one before, on from where one stopped, the other language. */
export function register(parts: NavigationParts): Disposable {
  const { context, store, current } = parts;
  const open = (section: SectionId) => openSection(context, current, section);
  const beside = (step: typeof nextSection, atTheEnd: () => unknown) => async (argument?: unknown) => {
    const from = argument ?? current.visited;
    const section = await sectionFrom(from, l10n.t('From which section?'));
    const target = section && step(section);
    if (target !== undefined) {
      await open(target);
    } else if (section !== undefined) {
      await atTheEnd();
    }
  };
  return Disposable.from(
    registerCommand('asyncTutor.openSection', async (argument) => {
      const section = await sectionFrom(argument, l10n.t('Which section would you like to open?'));
      await (section && open(section));
    }),
    registerCommand('asyncTutor.continueCourse', async () => {
      const section = whereToContinue(store.progress, current.visited);
      await (section === undefined ? commands.executeCommand('asyncTutor.quickReference') : open(section));
    }),
    registerCommand(
      'asyncTutor.nextSection',
      beside(nextSection, () => openStep(context, 'part-5', 'summary')),
    ),
    registerCommand(
      'asyncTutor.previousSection',
      beside(previousSection, () =>
        window.showInformationMessage(l10n.t('This is the first section of the course.')),
      ),
    ),
    registerCommand('asyncTutor.otherLanguage', () => switchLanguage(parts)),
    registerCommand('asyncTutor.sectionActions', () => chooseAction(current)),
  );
}

/** Opens the walkthrough of the section's part at the section's step. */
async function openSection(
  context: ExtensionContext,
  current: CurrentSection,
  section: SectionId,
): Promise<void> {
  current.visit(section);
  await openStep(context, sections[section].part, section);
}

async function openStep({ extension }: ExtensionContext, part: PartId, step: string): Promise<void> {
  const category = `${extension.id}#${part}`;
  await commands.executeCommand('workbench.action.openWalkthrough', { category, step }, false);
}

/** From now on the other language; the demo in front, if there is one, is opened in it. */
async function switchLanguage({ current, demos }: NavigationParts): Promise<void> {
  const chosen = await demoLanguage();
  if (chosen === undefined) {
    return;
  }
  const language = otherLanguage(chosen);
  await rememberLanguage(language);
  const front = window.activeTextEditor?.document.uri;
  const section = front && demos.sectionOf(front);
  if (section !== undefined) {
    current.visit(section);
    await openDemo(demos, { section, language });
  }
  window.setStatusBarMessage(l10n.t('Async Tutor speaks {0} now.', languageNames[language]), 4000);
}

interface Action extends QuickPickItem {
  readonly command: CommandId;
}

async function chooseAction(current: CurrentSection): Promise<void> {
  const section = current.visited;
  if (section === undefined) {
    await commands.executeCommand('asyncTutor.openSection');
    return;
  }
  const actions: readonly Action[] = [
    { label: l10n.t('$(play) Run the demo'), command: 'asyncTutor.runDemo' },
    { label: l10n.t('$(comment) Tour of the demo'), command: 'asyncTutor.startTour' },
    { label: l10n.t('$(edit) Change one thing'), command: 'asyncTutor.changeOneThing' },
    { label: l10n.t('$(book) Read the lesson'), command: 'asyncTutor.openLesson' },
    { label: l10n.t('$(checklist) Show the step of the course'), command: 'asyncTutor.openSection' },
    { label: l10n.t('$(discard) Start the demo over'), command: 'asyncTutor.startOver' },
    { label: l10n.t('$(references) Quick reference'), command: 'asyncTutor.quickReference' },
    { label: l10n.t('$(arrow-right) Next section'), command: 'asyncTutor.nextSection' },
    { label: l10n.t('$(arrow-left) Previous section'), command: 'asyncTutor.previousSection' },
  ];
  const title = `${section} ${sections[section].title}`;
  const picked = await window.showQuickPick(actions, { title });
  await (picked && commands.executeCommand(picked.command, section));
}
