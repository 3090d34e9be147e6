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

	endWithLauncher();
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
	// Uncaught, SIGUSR1 would open Node's debugger here and print into the user's terminal.
	['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR1', 'SIGUSR2', 'SIGCONT'].forEach(function (signal) {
		process.on(signal, function () {
			child.kill(signal);
		});
	});
	stopTogether(child);
	child.on('exit', function (code, signal) {
		process.exit(signal ? 128 + require('os').constants.signals[signal] : code);
	});
}

/** The shell waits for the launcher: it stops when, and only when, its child has stopped and has given the terminal back. */
function stopTogether(child) {
	var passingOn;
	process.on('SIGTSTP', function () {
		// A key sends it to both; asked twice, the child would stop once more after it was continued.
		clearTimeout(passingOn);
		passingOn = setTimeout(function () {
			child.kill('SIGTSTP');
		}, 50);
	});
	process.on('SIGCHLD', function () {
		if (isStopped(child.pid)) {
			clearTimeout(passingOn);
			process.kill(process.pid, 'SIGSTOP');
		}
	});
}

function isStopped(pid) {
	try {
		return /\) T /.test(fs.readFileSync('/proc/' + pid + '/stat', 'latin1'));
	} catch (error) {
		return false; // It has ended.
	}
}

/** A launcher that was killed outright cannot tell its child, which would go on without anybody knowing of it. */
function endWithLauncher() {
	var launcher = process.ppid;
	if (process.env.SCRIBERY_LAUNCHER !== String(launcher)) {
		return;
	}

	var watch = setInterval(function () {
		if (process.ppid !== launcher) {
			clearInterval(watch);
			process.kill(process.pid, 'SIGHUP');
		}
	}, 250);
	watch.unref();
}

function stop(message) {
	console.error(message);
	process.exit(70);
}
