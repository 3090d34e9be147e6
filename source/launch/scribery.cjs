#!/usr/bin/env node
// Old syntax on purpose: this file must parse on any Node, so that it can say what is missing.
'use strict';

var fs = require('fs');
var path = require('path');

var oldestNode = [24, 15];
var cli = path.join(__dirname, '..', '..', 'dist', 'bundle', 'cli.js');

if (isNewEnough(process.versions.node)) {
	runHere();
} else {
	runUnder(bundledNode());
}

function isNewEnough(version) {
	var parts = version.split('.').map(Number);
	return parts[0] > oldestNode[0] || (parts[0] === oldestNode[0] && parts[1] >= oldestNode[1]);
}

function runHere() {
	if (!fs.existsSync(cli)) {
		stop('scribery is not built (' + cli + ' is missing): run "npm run build"');
	}

	require('module').enableCompileCache();
	import(require('url').pathToFileURL(cli).href);
}

function bundledNode() {
	try {
		return path.join(path.dirname(require.resolve('node/package.json')), 'bin', 'node');
	} catch (error) {
		return stop('scribery needs Node ' + oldestNode.join('.') + ' or newer, found ' + process.versions.node + ', and the package "node" that brings one is not installed: run "npm ci"');
	}
}

function runUnder(node) {
	if (!fs.existsSync(node)) {
		stop('scribery needs Node ' + oldestNode.join('.') + ' or newer, found ' + process.versions.node + ', and ' + node + ' is missing: run "npm rebuild node"');
	}

	// The mark tells `rec` where the user's own environment is: spawning turns what is not UTF-8 in it into replacement characters.
	var environment = Object.assign({}, process.env, {SCRIBERY_LAUNCHER: String(process.pid)});
	var child = require('child_process').spawn(node, [__filename].concat(process.argv.slice(2)), {stdio: 'inherit', env: environment});
	['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGCONT'].forEach(function (signal) {
		process.on(signal, function () {
			child.kill(signal);
		});
	});
	child.on('exit', function (code, signal) {
		process.exit(signal ? 128 + require('os').constants.signals[signal] : code);
	});
}

function stop(message) {
	console.error(message);
	process.exit(70);
}
