import type {Delivery} from '../../recorder/delivery/delivery.ts';
import {openFile} from '../../recorder/delivery/file.ts';
import {endLike} from '../../recorder/rec/end-like.ts';
import {runRec} from '../../recorder/rec/run-rec.ts';
import {readStartBlock} from '../../recorder/rec/start-block.ts';
import type {RecordingHeader} from '../format/recording/message.ts';
import type {Command} from './command.ts';
import type {Context} from './context.ts';
import {findStoreToWrite} from './find-store.ts';
import {readRecArguments} from './rec/read-arguments.ts';
import type {RecArguments} from './rec/read-arguments.ts';

/** `scribery rec`: record a command or a shell into a file or the store. */
export const rec: Command = async (argv, context) => {
	const start = readStartBlock(); // First of all: whoever sets the process's title (meow does) overwrites the words we were started with.
	const given = await readRecArguments(argv, context);
	return endLike(await runRec(given.options, {
		start,
		clock: context.clock,
		openDelivery: async header => openDelivery(given, header, context),
	}));
};

/** What the engine of a store takes to load is spent only when there is no file to record into. */
async function openDelivery({output, store}: RecArguments, header: RecordingHeader, context: Context): Promise<Delivery> {
	if (output !== undefined) {
		return openFile(output);
	}

	const {openStore} = await import('../store/open-store.ts');
	const {deliverToStore} = await import('./rec/deliver-to-store.ts');
	const {indexMeanwhile} = await import('./rec/index-meanwhile.ts');
	const address = findStoreToWrite(store, context);
	return deliverToStore(await openStore(address, {mode: 'create', clock: context.clock}), header, key => indexMeanwhile(address, key));
}
