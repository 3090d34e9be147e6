import type {MessageHead} from '../format/recording/message.ts';
import type {NewMessage, SessionKey} from '../store/store.ts';

/**
What a store keeps of a message.

@param message - the line, read.
@param key - the recording it belongs to.
@param text - the line as received.
*/
export function toNewMessage(message: MessageHead, key: SessionKey, text: string): NewMessage {
	return {
		...key,
		id: message.id,
		positionMs: message.positionMs,
		at: message.at,
		user: message.user,
		term: message.term,
		auditSession: message.session,
		exit: message.exit,
		isComplete: message.recorder?.ending !== undefined,
		text,
	};
}
