// What the manifest says about the course. The outline has it all: `npm run manifest` writes it down.
import { partIds, parts, sectionFile, sectionIds, sections } from '../../src/core/course/outline';
import type { Closing, PartId, SectionId } from '../../src/core/course/outline';
import { drawing } from './pseudo';

const preview = 'vscode.markdown.preview.editor';

/** Words by key, for package.nls.json. */
export type Words = Readonly<Record<string, string>>;

interface WalkthroughStep {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly media: { readonly svg: string; readonly altText: string } | { readonly markdown: string };
  readonly completionEvents: readonly string[];
}

interface Walkthrough {
  readonly id: PartId;
  readonly title: string;
  readonly description: string;
  readonly icon: string;
  readonly steps: readonly WalkthroughStep[];
}

/** The manifest's walkthroughs: one for each part, a step for each section, the closing steps last. */
export function walkthroughs(): readonly Walkthrough[] {
  return partIds.map((id) => ({
    id,
    title: `%${id}.title%`,
    description: `%${id}.description%`,
    icon: 'media/icon.png',
    steps: [
      ...parts[id].sections.map(sectionStep),
      ...parts[id].closing.map((step) => closingStep(id, step)),
    ],
  }));
}

/** Pages that open in the editor's preview of Markdown. */
export function pagesInPreview(): Words {
  const lessons = sectionIds.map((id) => sectionFile(id, 'lesson.md'));
  const closing = partIds.flatMap((id) => parts[id].closing.map(({ page }) => page));
  return Object.fromEntries([...new Set([...lessons, ...closing])].map((page) => [`**/${page}`, preview]));
}

/** The words of the walkthroughs. */
export function courseWords(): Words {
  return merged(partIds.map(partWords));
}

/** True for a key of package.nls.json that the outline gives. */
export function isCourseWord(key: string): boolean {
  return /^(part-|section\.)/.test(key);
}

/** True for a pattern of the editor associations that the outline gives. */
export function isCoursePage(pattern: string): boolean {
  return /^\*\*\/walkthroughs\/(part-|reference\/)/.test(pattern);
}

function sectionStep(id: SectionId): WalkthroughStep {
  return {
    id,
    title: `%section.${id}.title%`,
    description: `%section.${id}.description%`,
    media: { svg: `%section.${id}${drawing}%`, altText: `%section.${id}.alt%` },
    completionEvents: [`onContext:asyncTutor.done.${id}`],
  };
}

function closingStep(part: PartId, { id, page }: Closing): WalkthroughStep {
  return {
    id,
    title: `%${part}.${id}.title%`,
    description: `%${part}.${id}.description%`,
    media: { markdown: page },
    completionEvents: [`onContext:asyncTutor.done.${part}`],
  };
}

function partWords(id: PartId): Words {
  const { title, description, closing } = parts[id];
  return {
    [`${id}.title`]: `Async, Part ${id.replace('part-', '')}: ${title}`,
    [`${id}.description`]: description,
    ...merged(parts[id].sections.map(sectionWords)),
    ...merged(closing.map((step) => closingWords(id, step))),
  };
}

function sectionWords(id: SectionId): Words {
  const { title, step } = sections[id];
  const links = [
    command('Predict and run', 'asyncTutor.runDemo', id),
    command('Open the demo', 'asyncTutor.openDemo', id),
    `Read ${command('the lesson', 'asyncTutor.openLesson', id)}, or ${command('change the language', 'asyncTutor.chooseLanguage')}.`,
  ];
  return {
    [`section.${id}.title`]: `${id} ${title}`,
    [`section.${id}.description`]: [...step.text.map(inMarkup), ...links].join('\n'),
    [`section.${id}.alt`]: step.alt,
    [`section.${id}${drawing}`]: sectionFile(id, 'diagram.svg'),
  };
}

function closingWords(part: PartId, { id, title, text, next }: Closing): Words {
  const onward =
    next === null ? [] : [command(`Part ${next.replace('part-', '')}: ${parts[next].title}`, open, next)];
  return {
    [`${part}.${id}.title`]: title,
    [`${part}.${id}.description`]: [...text.map(inMarkup), ...onward].join('\n'),
  };
}

const open = 'asyncTutor.openWalkthrough';

function command(label: string, id: string, argument?: string): string {
  const argumentsOf = argument === undefined ? '' : `?${encodeURIComponent(JSON.stringify([argument]))}`;
  return `[${label}](command:${id}${argumentsOf})`;
}

const merged = (all: readonly Words[]): Words => Object.fromEntries(all.flatMap(Object.entries<string>));

/** The editor's own markup has code in double backticks. */
const inMarkup = (text: string) => text.replaceAll('`', '``');
