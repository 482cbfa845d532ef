import type { Term } from './glossary';
import type { Part } from './outline';
import type { Asking, Note, Prediction, Section } from './section';

/** Says an English sentence in the learner's language. */
export type Say = (english: string) => string;

/** A section with all in the learner's language that the editor shows of it; a step's words are in the manifest. */
export function sectionIn(section: Section, say: Say): Section {
  const notes = (all: readonly Note[]) => all.map((note) => ({ ...note, text: say(note.text) }));
  return {
    ...section,
    ...askingIn(section, say),
    title: say(section.title),
    teaches: say(section.teaches),
    notes: { python: notes(section.notes.python), typescript: notes(section.notes.typescript) },
    changes: section.changes.map((change) => ({
      ...change,
      ...askingIn(change, say),
      task: say(change.task),
    })),
  };
}

/** A part in the learner's language, but for its closing steps, whose words are in the manifest. */
export function partIn(part: Part, say: Say): Part {
  return { ...part, title: say(part.title), description: say(part.description) };
}

/** A term in the learner's language; its English forms stay, for lessons that nobody has translated. */
export function termIn({ name: english, forms, meaning, ...term }: Term, say: Say): Term {
  const name = say(english);
  return {
    ...term,
    name,
    forms: [...new Set([english, ...forms, ...forms.map(say)])].filter((form) => form !== name),
    meaning: { python: say(meaning.python), typescript: say(meaning.typescript) },
  };
}

/** All entries of a table, each in the learner's language. */
export function eachIn<Entry extends object, Table extends Readonly<Record<string, Entry>>>(
  table: Table,
  entryIn: (entry: Entry, say: Say) => Entry,
  say: Say,
): Table {
  const entries = Object.entries(table).map(([id, entry]) => [id, entryIn(entry, say)] as const);
  return Object.fromEntries(entries) as Table;
}

function askingIn({ prediction, predictionIn }: Asking, say: Say): Asking {
  return {
    prediction: predictionInWords(prediction, say),
    ...(predictionIn === undefined ? {} : { predictionIn: eachIn(predictionIn, predictionInWords, say) }),
  };
}

function predictionInWords({ question, choices, right, why }: Prediction, say: Say): Prediction {
  return { question: say(question), choices: choices.map(say), written: choices, right, why: say(why) };
}
