import assert from 'node:assert/strict';
import path from 'node:path';
import { Project, ts } from 'ts-morph';
import { demoName, sectionFile, sectionIds } from '../../../src/core/course/outline';

/** As the editor reads a learner's copy of a demo. */
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: ['node'],
};

describe('the types of the demos in TypeScript', function () {
  this.timeout(60_000);

  it('are right, strictly', () => {
    const files = sectionIds.map((id) => path.resolve(sectionFile(id, demoName('typescript'))));
    const project = new Project({ compilerOptions: options });
    project.addSourceFilesAtPaths(files);
    assert.equal(project.formatDiagnosticsWithColorAndContext(project.getPreEmitDiagnostics()), '');
  });
});
