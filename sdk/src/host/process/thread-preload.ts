import { confineProcess } from './confine-process.ts';
import { guardThisThread } from './thread-guard.ts';

// What a plugin's thread runs before anything else: `startsThreads` names it to each.
confineProcess();
guardThisThread();
