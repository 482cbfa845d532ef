import './translations';
import type { ToView } from '../protocol';
import { App } from './app';

const api = acquireVsCodeApi();
const app = new App(api);
document.body.append(app.node);
window.addEventListener('message', (event: MessageEvent<ToView>) => {
  app.receive(event.data);
});
api.postMessage({ type: 'ready' });
