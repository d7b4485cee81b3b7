import type { Operation, OperationDeclaration } from './operation.ts';

/** The operations of a capability, by name. */
export type OperationDeclarations = { readonly [name: string]: OperationDeclaration };

/** A versioned contract made of data. Its operations are members under their own names as well. */
export type Capability<
  Id extends string = string,
  Declarations extends OperationDeclarations = OperationDeclarations,
> = CapabilityHead<Id> & {
  readonly operations: { readonly [Name in keyof Declarations]: Operation<Declarations[Name]> };
} & { readonly [Name in keyof Declarations]: Operation<Declarations[Name]> };

interface CapabilityHead<Id extends string> {
  readonly id: Id;
  /** Raised when a change would break plugins or callers. */
  readonly version: number;
  /** The safe operation that health probes and credential tests call. */
  readonly probe: string;
}

/** `dispose` is what a host calls when a connection stops. */
const takenNames: ReadonlySet<string> = new Set(['id', 'version', 'probe', 'operations', 'dispose']);

/**
 * Declares a capability. The names `id`, `version`, `probe`, `operations` and `dispose` are taken and cannot name an
 * operation.
 *
 * @example
 * export const clock = defineCapability({ id: 'clock', version: 1, probe: 'read' }, { read: { … } });
 * await guard.invoke(connection, clock.read, {});
 * @throws TypeError for a taken name, a probe that is missing or not safe, or a timeout that is not positive
 */
export function defineCapability<const Id extends string, const Declarations extends OperationDeclarations>(
  head: CapabilityHead<Id>,
  declarations: Declarations,
): Capability<Id, Declarations> {
  const operations: Record<string, Operation> = {};
  for (const [name, declaration] of Object.entries(declarations)) {
    if (takenNames.has(name) || name in head) throw new TypeError(`“${name}” cannot name an operation.`);
    if (!(declaration.timeoutMs > 0)) throw new TypeError(`Operation “${name}” needs a positive timeoutMs.`);
    operations[name] = Object.freeze({ ...declaration, capability: head.id, name });
  }
  if (operations[head.probe]?.repeat !== 'safe') {
    throw new TypeError(`The probe “${head.probe}” of “${head.id}” must be a safe operation of it.`);
  }
  return Object.freeze({ ...head, operations: Object.freeze(operations), ...operations }) as unknown as Capability<
    Id,
    Declarations
  >;
}
