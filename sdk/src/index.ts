export * from './capabilities/index.ts';
export * from './contract/index.ts';
export * from './errors/index.ts';
export * from './plugin/index.ts';
export * from './values/index.ts';
export * from './webhook/index.ts';
export * from './wire/index.ts';
