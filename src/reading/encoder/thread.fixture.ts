import { parentPort, workerData } from 'node:worker_threads';
import { lists } from '../lists.fixture.js';
import { prepareText } from '../text/index.js';
import { prepareEncoder } from './index.js';
import { shippedLanguage } from './language.fixture.js';

/** Reads the texts that it is given, one after another, on a thread with a session of its own. */
const document = prepareText(lists);
const encode = prepareEncoder(await shippedLanguage(workerData.engine));
for (const text of workerData.texts) parentPort?.postMessage(await encode(document({ text })));
