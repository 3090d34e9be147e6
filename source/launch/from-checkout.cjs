// Runs scribery from a checkout: builds the bundle first when it is missing or older than a source file.
'use strict';

var fs = require('fs');
var path = require('path');

var root = path.join(__dirname, '..', '..');
var stamp = path.join(root, 'dist', 'bundle', 'cli.js');

if (!fs.existsSync(path.join(root, 'node_modules', 'esbuild'))) {
	console.error('The packages scribery is built from are not installed: run "npm ci"');
	process.exit(70);
}

if (isStale()) {
	var build = require('child_process').spawnSync(process.execPath, [path.join(__dirname, 'bundle.cjs')], {stdio: ['ignore', 2, 2]});
	if (build.status !== 0) {
		process.exit(70);
	}
}

require('./scribery.cjs');

function isStale() {
	if (!fs.existsSync(stamp)) {
		return true;
	}

	var builtAt = fs.statSync(stamp).mtimeMs;
	return ['source', 'recorder', 'package.json'].some(function (name) {
		return hasNewer(path.join(root, name), builtAt);
	});
}

function hasNewer(file, builtAt) {
	var stats = fs.statSync(file);
	if (!stats.isDirectory()) {
		return stats.mtimeMs > builtAt;
	}

	return fs.readdirSync(file).some(function (name) {
		return hasNewer(path.join(file, name), builtAt);
	});
}
