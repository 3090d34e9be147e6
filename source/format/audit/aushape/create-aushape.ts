import type {ConverterOptions} from '../create-converter.ts';
import {createDocuments} from './create-documents.ts';
import type {Documents, DocumentSize} from './create-documents.ts';
import type {Layout} from './layout.ts';
import {printJsonEvent} from './print-json-event.ts';
import {createQuickPrinter} from './quick/create-quick-printer.ts';
import {printXmlEvent} from './print-xml-event.ts';
import {shapeEvent} from './shape-event.ts';
import type {ShapeOptions} from './shape-event.ts';
import {trimEvent} from './trim-event.ts';

export type AushapeOptions = ShapeOptions & {
	readonly language: 'json' | 'xml';
	readonly documentSize: DocumentSize;
	readonly layout: Omit<Layout, 'eventLevel'>;
	/** Of one event; Infinity for any. */
	readonly mostBytes: number;
};

/** Print events as aushape does: JSON or XML, in documents of some size. */
export function createAushape({language, documentSize, layout: {foldLevel, indentSize}, mostBytes, ...shape}: AushapeOptions): Pick<ConverterOptions, 'printEvent' | 'printEnd'> & Pick<Documents, 'isOpen'> {
	const layout: Layout = {foldLevel, indentSize, eventLevel: documentSize.type === 'none' ? 0 : 1};
	const documents = createDocuments(language, documentSize, layout);
	const print = language === 'json' ? printJsonEvent : printXmlEvent;
	const printQuickly = language === 'json' && mostBytes === Infinity ? createQuickPrinter(shape, layout) : undefined;
	return {
		printEvent(event) {
			const quick = printQuickly?.(event);
			if (quick !== undefined) {
				return documents.push(quick);
			}

			const shaped = shapeEvent(event, shape);
			return shaped === undefined ? '' : documents.push(trimEvent(shaped, mostBytes, fitting => print(fitting, layout)));
		},
		printEnd: documents.end,
		isOpen: documents.isOpen,
	};
}
