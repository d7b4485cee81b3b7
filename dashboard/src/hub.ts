export { hub, session } from './session/hub.ts';
