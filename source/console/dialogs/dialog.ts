import type {Action} from '../action.ts';
import type {Meaning} from '../theme.ts';
import type {TextInput} from '../text-input.ts';
import type {Purpose} from './purpose.ts';

/** A box over the dimmed screen that asks for something. */
export type Dialog = {
	/** What it asks for: says how its fields are read. */
	readonly purpose: Purpose;
	readonly title: string;
	/** Lines above the fields. */
	readonly text: readonly string[];
	readonly fields: readonly Field[];
	readonly buttons: readonly Button[];
	/** Which field or button has the keys: fields first, then buttons. */
	readonly focus: number;
	/** What is wrong, told under the field of that name; under the name of no field below all of them. */
	readonly errors: Readonly<Record<string, string>>;
};

export type Field = {
	readonly name: string;
	/** Stands left of the field; empty: it goes on in the row of the field before. */
	readonly label: string;
} & FieldValue;

export type FieldValue =
	/** `hint` is told below while the field has the keys. */
	| {readonly type: 'text'; readonly input: TextInput; readonly hint?: string | undefined}
	| {readonly type: 'choice'; readonly options: readonly Option[]; readonly chosen: number}
	/** `text` stands right of the box. */
	| {readonly type: 'checkbox'; readonly isOn: boolean; readonly text: string};

export type Option = {readonly value: string; readonly text: string};

export type Button = {
	readonly text: string;
	/** What happens instead of reading the fields; `undefined` reads them. */
	readonly action: Action | 'close' | undefined;
	readonly isDestructive?: boolean;
};

/** A line of a dialog besides its fields. */
export type Note = {readonly text: string; readonly look?: Meaning};

/** What the fields of a dialog say: an action that does it, or what is wrong with them. */
export type Answer = {readonly action: Action} | {readonly errors: Readonly<Record<string, string>>};

/** Leaves the screen as it was: the last button of most dialogs. */
export const cancelButton: Button = {text: 'Cancel', action: 'close'};
