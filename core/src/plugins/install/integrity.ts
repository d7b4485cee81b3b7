import { InstallFault } from './install-fault.ts';

const strong = /^sha512-[A-Za-z0-9+/]{86}==$/;

/** The SHA-512 among what a registry promises, or undefined when it promises only weaker ones. */
export function strongIntegrity(promised: string | null | undefined): string | undefined {
  return promised?.split(/\s+/).find((one) => strong.test(one));
}

/** @throws InstallFault `integrity_failed` */
export function requireIntegrity(name: string, promised: string | null | undefined): string {
  const integrity = strongIntegrity(promised);
  if (integrity !== undefined) return integrity;
  throw new InstallFault(
    'integrity_failed',
    `The registry names no SHA-512 of ${name}, so its bytes cannot be checked.`,
  );
}

/** @throws InstallFault `integrity_failed` */
export function checkIntegrity(name: string, expected: string, actual: string): void {
  if (expected === actual) return;
  throw new InstallFault('integrity_failed', `The bytes of ${name} are not those that the registry promised.`);
}
