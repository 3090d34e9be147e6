// Bundles the published entries with esbuild: a bundle draws the first frame in about half the time.
'use strict';

var fs = require('fs');
var path = require('path');

var root = path.join(__dirname, '..', '..');
var out = path.join(root, 'dist', 'bundle');
var empty = path.join(__dirname, 'empty.cjs');
// restore-cursor writes an escape sequence to stderr at exit, even into a file; the console shows the cursor itself.
var doNothing = path.join(__dirname, 'do-nothing.cjs');

// Written beside and moved into place, so that a scribery started meanwhile never sees half a bundle.
var fresh = out + '.' + process.pid;

require('esbuild').build({
	absWorkingDir: root,
	entryPoints: ['source/cli.ts', 'source/index/worker.ts'],
	outbase: 'source',
	outdir: fresh,
	bundle: true,
	splitting: true,
	// Not the identifiers: renaming breaks the decompressor of the grapheme tables, and stack traces stay readable.
	minifyWhitespace: true,
	minifySyntax: true,
	format: 'esm',
	platform: 'node',
	target: 'node24',
	jsx: 'automatic',
	external: ['node-pty'],
	chunkNames: 'chunks/[name]-[hash]',
	define: {
		'process.env.NODE_ENV': '"production"',
		SCRIBERY_VERSION: JSON.stringify(require('../../package.json').version),
	},
	alias: {'react-devtools-core': empty, 'restore-cursor': doNothing},
	banner: {js: 'import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);'},
	logLevel: 'warning',
}).then(function () {
	fs.rmSync(out, {recursive: true, force: true});
	fs.renameSync(fresh, out);
}).catch(function () {
	fs.rmSync(fresh, {recursive: true, force: true});
	process.exit(1);
});
