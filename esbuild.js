// Builds everything that ships into dist/, and with --tests the suite that runs inside the extension host into out/.
const esbuild = require('esbuild');
const fs = require('node:fs');
const path = require('node:path');

const watch = process.argv.includes('--watch');
const tests = process.argv.includes('--tests');
const node = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  sourcemap: true,
  logLevel: 'info',
};

/** ts-morph's compiler is large and needed by three bundles: it ships once, and is loaded by a path relative to each. */
const sharedCompiler = {
  name: 'shared-compiler',
  setup(build) {
    const outdir = path.dirname(path.resolve(build.initialOptions.outfile));
    const shared = path
      .relative(outdir, path.resolve('dist/vendor/ts-morph-common.js'))
      .replaceAll('\\', '/');
    build.onResolve({ filter: /^@ts-morph\/common$/ }, () => ({
      path: shared.startsWith('.') ? shared : `./${shared}`,
      external: true,
    }));
    build.onResolve({ filter: /^typescript$/ }, () => ({
      path: path.resolve('src/core/run/node/compiler.ts'),
    }));
  },
};

/** Its module form asks for `import.meta.url`, which a CommonJS bundle has not. */
const alias = { 'web-tree-sitter': './node_modules/web-tree-sitter/web-tree-sitter.cjs' };

const bundles = [
  {
    ...node,
    entryPoints: ['node_modules/@ts-morph/common/dist/ts-morph-common.js'],
    outfile: 'dist/vendor/ts-morph-common.js',
    minify: true,
    sourcemap: false,
  },
  { ...node, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js', external: ['vscode'] },
  {
    ...node,
    entryPoints: ['src/platform/analysis/worker.ts'],
    outfile: 'dist/analysis-worker.js',
    alias,
    plugins: [sharedCompiler],
  },
  { ...node, entryPoints: ['src/cli.ts'], outfile: 'dist/cli.js', alias, plugins: [sharedCompiler] },
  {
    ...node,
    entryPoints: ['src/core/run/node/register.ts'],
    outfile: 'dist/recorder/node/register.js',
    // Most runs find what their modules become from the last run, and need no more than the rest.
    external: ['./transform'],
  },
  {
    ...node,
    entryPoints: ['src/core/run/node/transform.ts'],
    outfile: 'dist/recorder/node/transform.js',
    plugins: [sharedCompiler],
  },
  {
    bundle: true,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    sourcemap: true,
    logLevel: 'info',
    entryPoints: ['src/timeline/view/index.ts'],
    minify: true,
    outfile: 'dist/timeline.js',
  },
];

const hostSuite = {
  ...node,
  entryPoints: ['test/host/index.ts', 'test/host/installed.ts', 'test/host/**/*.test.ts'],
  outbase: 'test/host',
  outdir: 'out/test/host',
  external: ['vscode', 'mocha'],
};

const assets = [
  ...fs
    .readdirSync('src/core/run/python')
    .filter((name) => name.endsWith('.py'))
    .map((name) => [`src/core/run/python/${name}`, `dist/recorder/python/${name}`]),
  ['node_modules/web-tree-sitter/web-tree-sitter.wasm', 'dist/grammar/web-tree-sitter.wasm'],
  ['node_modules/tree-sitter-python/tree-sitter-python.wasm', 'dist/grammar/tree-sitter-python.wasm'],
  ['node_modules/@types/node', 'dist/types/node_modules/@types/node'],
  ['node_modules/undici-types', 'dist/types/node_modules/undici-types'],
];

function copyAssets() {
  for (const [from, to] of assets) {
    fs.cpSync(from, to, { recursive: true });
  }
}

/** Writes the licences of all packages that the bundles and assets contain; ts-morph's holds the compiler as well. */
function writeNotices(results) {
  const inputs = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const packages = new Set(
    ['node_modules/typescript', ...inputs, ...assets.map(([from]) => from)].flatMap(
      (input) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? [],
    ),
  );
  const notices = [...packages].sort().map((name) => {
    const folder = path.join('node_modules', name);
    const { version, license } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
    const file = fs.readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file === undefined ? '' : fs.readFileSync(path.join(folder, file), 'utf8').trim();
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  fs.writeFileSync('dist/third-party-notices.txt', notices.join(`\n${'-'.repeat(80)}\n\n`));
}

async function main() {
  if (tests) {
    fs.rmSync(hostSuite.outdir, { recursive: true, force: true });
  }
  const wanted = tests ? [...bundles, hostSuite] : bundles;
  copyAssets();
  if (!watch) {
    const built = bundles.map((options) => esbuild.build({ ...options, metafile: true }));
    writeNotices(await Promise.all(built));
    if (tests) {
      await esbuild.build(hostSuite);
    }
    return;
  }
  const contexts = await Promise.all(wanted.map((options) => esbuild.context(options)));
  await Promise.all(contexts.map((context) => context.watch()));
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
