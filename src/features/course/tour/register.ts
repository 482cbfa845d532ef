import { Disposable, l10n, window } from 'vscode';
import { registerCommand } from '../../ids';
import type { DemoFiles } from '../demo-files';
import { demoFrom, openDemo } from '../demos';
import type { Tour } from './tour';

/** Commands of the tour through a demo. */
export function register(tour: Tour, demos: DemoFiles): Disposable {
  return Disposable.from(
    registerCommand('asyncTutor.startTour', async (section, language) => {
      const front = window.activeTextEditor?.document.uri;
      const here = front && demos.demoAt(front);
      const demo =
        section === undefined && here !== undefined
          ? here
          : await demoFrom(section, language, l10n.t('Which demo would you like to be shown?'));
      await (demo && tour.begin(demo, await openDemo(demos, demo)));
    }),
    registerCommand('asyncTutor.tourNext', () => tour.go(1)),
    registerCommand('asyncTutor.tourBack', () => tour.go(-1)),
    registerCommand('asyncTutor.endTour', () => tour.end()),
  );
}
