export { type Capability, defineCapability, type OperationDeclarations } from './capability.ts';
export {
  type InputOf,
  isSafe,
  type Operation,
  type OperationDeclaration,
  type OperationKind,
  type OutputOf,
  type Repetition,
} from './operation.ts';
