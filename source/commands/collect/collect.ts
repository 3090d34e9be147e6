import process from 'node:process';
import {parseListenAddress, printListenAddress} from '../../collect/listen/listen-address.ts';
import {openCollector} from '../../collect/open-collector.ts';
import {showControls} from '../../terminal/show-controls.ts';
import {UserError} from '../../user-error.ts';
import type {Command} from '../command.ts';
import {findStoreToWrite} from '../find-store.ts';
import {parseArguments} from '../parse-arguments.ts';
import {withStore} from '../with-store.ts';
import {collectPage} from './collect-page.ts';
import {keepIndexed} from './keep-indexed.ts';

export const runCollect: Command = async (argv, context) => {
	const {flags: {listen, index, store: named}} = parseArguments(argv, collectPage, context);
	const addresses = (listen ?? []).map(text => parseListenAddress(text));
	if (addresses.length === 0) {
		throw new UserError('collect: nowhere to listen; --listen relp://127.0.0.1:2514 for example');
	}

	const tell = (line: string): void => {
		context.stderr.write(`scribery: ${showControls(line)}\n`);
	};

	const address = findStoreToWrite(named, context);
	await withStore(address, 'create', context, async store => {
		const collector = await openCollector(store, {listen: addresses, clock: context.clock, tell});
		const indexing = index ? keepIndexed(store.address, tell) : undefined;
		const stop = (): void => {
			void collector.close();
		};

		process.once('SIGINT', stop).once('SIGTERM', stop);
		context.stdout.write(`${collector.addresses.map(each => `listening on ${printListenAddress(each)}\n`).join('')}ready\n`);
		try {
			await collector.ended;
		} finally {
			process.off('SIGINT', stop).off('SIGTERM', stop);
			await indexing?.end();
		}
	});
	return 0;
};
