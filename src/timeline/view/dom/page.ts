import type { FromView, Place } from '../../protocol';
import { Conductor } from '../conductor';
import { say } from '../say';
import { Stage } from '../stage';
import { element, setText } from './element';
import { FindingsList } from './findings';
import { Header } from './header';
import { Help } from './help';
import { Legend } from './legend';
import { OutputList } from './output-list';
import { giveHands } from './picture-hands';
import { OrderChart } from './order-chart';
import { plain } from './speech';
import { Summary } from './summary';
import { TableView } from './table-view';
import { Tooltip } from './tooltip';

/** What the page needs from outside. */
export interface PageHost {
  ask(message: FromView): void;
  /** Draws anew with the next frame. */
  schedule(): void;
  isStill(): boolean;
}

/** Everything on the page, wired: what hands do goes to the stage, the replay or the editor. */
export class Page {
  readonly node: HTMLElement;
  readonly stage: Stage;
  readonly conductor: Conductor;
  readonly header: Header;
  readonly summary = new Summary();
  readonly order = new OrderChart();
  readonly findings: readonly FindingsList[];
  readonly tables: readonly TableView[];
  readonly output = new OutputList();
  readonly legend: Legend;
  readonly #announcer = element('div', { class: 'unseen', attributes: { role: 'status' } });
  readonly #help = new Help();
  #showsTable = false;

  constructor(private readonly host: PageHost) {
    const schedule = () => {
      host.schedule();
    };
    const ask = (message: FromView) => {
      host.ask(message);
    };
    this.stage = new Stage(schedule, () => host.isStill());
    this.conductor = new Conductor(this.stage, schedule, ask, (sentence) => {
      this.announce(sentence);
    });
    this.header = this.#makeHeader();
    this.legend = this.#makeLegend();
    this.findings = this.stage.views.map((_, view) => this.#makeFindings(view));
    this.tables = this.stage.views.map((_, view) => new TableView(this.#revealIn(view)));
    const tooltip = new Tooltip();
    this.#takeHands(tooltip);
    this.node = element(
      'main',
      { class: 'app', attributes: { 'data-phase': 'empty' } },
      element(
        'div',
        { class: 'empty' },
        element('h1', { text: say('empty.title') }),
        element('p', { text: say('empty.hint') }),
      ),
      element(
        'div',
        { class: 'run' },
        this.header.node,
        this.summary.node,
        this.order.node,
        this.conductor.bar.scrubber,
        this.stage.node,
        ...this.tables.map(({ node }) => node),
        ...this.findings.map(({ node }) => node),
        this.output.node,
        this.legend.node,
      ),
      this.#announcer,
      this.#help.node,
      tooltip.node,
    );
    document.addEventListener('keydown', (event) => {
      if (event.key === '?') {
        this.#help.open();
      }
    });
  }

  announce(sentence: string): void {
    setText(this.#announcer, plain(sentence));
  }

  /** Shows the tables instead of the pictures, where the viewer wants them. */
  showTables(): void {
    this.stage.node.hidden = this.#showsTable;
    this.tables.forEach((table, view) => {
      const staged = this.stage.staged[view];
      table.node.hidden = !this.#showsTable || staged === undefined;
      if (this.#showsTable && staged !== undefined) {
        table.show(staged.story.rows);
      }
    });
  }

  #fileIn(view: number): string | null {
    return this.stage.staged[view]?.run.title.file ?? null;
  }

  #revealIn(view: number): (place: Place) => void {
    return (place) => {
      const file = this.#fileIn(view);
      if (file !== null) {
        this.host.ask({ type: 'reveal', file, place });
      }
    };
  }

  #makeHeader(): Header {
    const { host } = this;
    return new Header(
      {
        stop: () => {
          host.ask({ type: 'stop' });
        },
        runAgain: () => {
          const file = this.#fileIn(this.stage.staged.length - 1);
          if (file !== null) {
            host.ask({ type: 'run-again', file });
          }
        },
        compare: () => {
          host.ask({ type: 'compare-with' });
        },
        share: () => {
          host.ask({ type: 'share' });
        },
      },
      this.conductor.bar.buttons,
    );
  }

  #makeLegend(): Legend {
    return new Legend({
      speak: (vocabulary) => {
        this.legend.speak(vocabulary);
        this.stage.speak(vocabulary);
      },
      showTable: (isShown) => {
        this.#showsTable = isShown;
        this.showTables();
      },
      help: () => {
        this.#help.open();
      },
    });
  }

  #makeFindings(view: number): FindingsList {
    const { host } = this;
    return new FindingsList({
      reveal: this.#revealIn(view),
      lesson: (section) => {
        host.ask({ type: 'lesson', section });
      },
      explain: (mistake) => {
        host.ask({ type: 'explain', mistake });
      },
      select: (finding) => {
        this.stage.select(view, finding);
      },
      runFixed: (finding) => {
        const run = this.stage.staged[view]?.run.id;
        if (run !== undefined) {
          host.ask({ type: 'run-fixed', run, finding });
        }
      },
    });
  }

  #takeHands(tooltip: Tooltip): void {
    const { conductor, stage } = this;
    stage.views.forEach((picture, view) => {
      giveHands(picture, tooltip, {
        reveal: this.#revealIn(view),
        fold: (key) => {
          stage.fold(view, key);
        },
        step: (direction) => {
          conductor.step(direction);
        },
        play: () => {
          conductor.toggle();
        },
        leaveReplay: () => {
          conductor.leave();
        },
        zoomed: () => {
          conductor.announceWindow();
        },
        messageOf: (finding) => {
          const run = stage.staged[view]?.run;
          return run !== undefined && 'trace' in run ? (run.trace.findings[finding]?.message ?? '') : '';
        },
      });
    });
  }
}
