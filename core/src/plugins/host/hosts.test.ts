import { describe } from 'vitest';
import { hostConformance } from '../testing/host-conformance.ts';

describe('the inline host', () => {
  hostConformance('inline');
});
describe('the process host', () => {
  hostConformance('process');
});
