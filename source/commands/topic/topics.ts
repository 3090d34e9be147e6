import {addressTopic} from './address-topic.ts';
import {exitTopic} from './exit-topic.ts';
import {keysTopic} from './keys-topic.ts';
import {queryTopic} from './query-topic.ts';
import type {Topic} from './topic.ts';

/** The pages of `scribery help TOPIC`. */
export const topics: readonly Topic[] = [queryTopic, keysTopic, addressTopic, exitTopic];
