export { checkSignal } from './checks.ts';
export { createParser, type MessageParser, parseMessage } from './parser.ts';
export { numbersIn, symbolsIn } from './mentions.ts';
export { type TemplateExample, templateFrom, TemplateMismatch } from './templates.ts';
