// Bundles the published entries with esbuild: a bundle draws the first frame in about half the time.
'use strict';

var fs = require('fs');
var path = require('path');

var root = path.join(__dirname, '..', '..');
var out = path.join(root, 'dist', 'bundle');
var empty = path.join(__dirname, 'empty.cjs');
// restore-cursor writes an escape sequence to stderr at exit, even into a file; the console shows the cursor itself.
var doNothing = path.join(__dirname, 'do-nothing.cjs');

// Ink's layout engine carries its code as a data: URL and fetches it, for which Node loads its whole HTTP client: a third
// of the time to the first frame. Without a `fetch` it decodes the URL itself.
var layoutWithoutFetch = {
	name: 'layout-without-fetch',
	setup: function (build) {
		build.onLoad({filter: /yoga-wasm-base64-esm\.js$/}, function (file) {
			return {contents: 'var fetch;' + fs.readFileSync(file.path, 'utf8'), loader: 'js'};
		});
	},
};

// Ink measures each row with string-width, which compiles large tables for its first sign beyond ASCII; the console's own
// measure knows the usual signs and asks string-width for the rest.
var quickMeasure = {
	name: 'quick-measure',
	setup: function (build) {
		build.onResolve({filter: /^string-width$/}, function (request) {
			if (/measure-text\.ts$/.test(request.importer)) {
				return undefined;
			}

			return {path: path.join(root, 'source', 'console', 'text', 'measure-text.ts'), namespace: 'quick-measure'};
		});
		build.onLoad({filter: /./, namespace: 'quick-measure'}, function (file) {
			return {contents: 'export {measureText as default} from ' + JSON.stringify(file.path) + ';', loader: 'js', resolveDir: root};
		});
	},
};

var version = {SCRIBERY_VERSION: JSON.stringify(require('../../package.json').version)};

Promise.all([
	bundle(out, {
		entryPoints: ['source/cli.ts', 'source/index/worker.ts', 'source/store/sqlite/search/worker.ts'],
		outbase: 'source',
		splitting: true,
		// Not the identifiers: renaming breaks the decompressor of the grapheme tables, and stack traces stay readable.
		minifyWhitespace: true,
		minifySyntax: true,
		jsx: 'automatic',
		external: ['node-pty'],
		chunkNames: 'chunks/[name]-[hash]',
		define: Object.assign({'process.env.NODE_ENV': '"production"'}, version),
		alias: {'react-devtools-core': empty, 'restore-cursor': doNothing},
		banner: {js: 'import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);'},
		plugins: [layoutWithoutFetch, quickMeasure],
	}),
	// What runs on recorded hosts: one file each, as it is read there.
	bundle(path.join(root, 'dist', 'bin'), {
		entryPoints: {'scribery-agent': 'source/commands/agent/host-agent.ts', 'scribery-audit': 'source/commands/audit/host-audit.ts'},
		define: version,
	}),
]).catch(function () {
	process.exit(1);
});

// Written beside and moved into place, so that a scribery started meanwhile never sees half a bundle.
function bundle(folder, options) {
	var fresh = folder + '.' + process.pid;
	return require('esbuild').build(Object.assign({
		absWorkingDir: root,
		outdir: fresh,
		bundle: true,
		format: 'esm',
		platform: 'node',
		target: 'node24',
		logLevel: 'warning',
	}, options)).then(function () {
		fs.rmSync(folder, {recursive: true, force: true});
		fs.renameSync(fresh, folder);
	}, function (error) {
		fs.rmSync(fresh, {recursive: true, force: true});
		throw error;
	});
}
