// Gets what the suites need that work in a browser, before two of them ask for it at once.
import { ensureChromium } from './chromium';
import { ensureEditor } from './install-editor';

ensureChromium();
ensureEditor();
