import { InstallFault } from './install-fault.ts';

/** How much one installation may take. */
export interface InstallLimits {
  /** Bytes of one tarball, as it is sent. */
  readonly tarballBytes: number;
  /** Bytes of everything that is unpacked, dependencies included. */
  readonly unpackedBytes: number;
  /** Files and folders of everything that is unpacked. */
  readonly entries: number;
  /** Packages, dependencies included. */
  readonly packages: number;
}

export const defaultInstallLimits: InstallLimits = {
  tarballBytes: 256 * 1024 ** 2,
  unpackedBytes: 1024 ** 3,
  entries: 100_000,
  packages: 1_000,
};

/** How many times larger than its tarball a package may be: gzip itself ends at about 1,000. */
export const maxCompression = 250;

/** What one installation has taken so far. */
export interface InstallBudget {
  readonly limits: InstallLimits;
  /** @throws InstallFault `package_too_large` */
  take(bytes: number): void;
}

export function createBudget(limits: InstallLimits): InstallBudget {
  const left = { bytes: limits.unpackedBytes, entries: limits.entries };
  return {
    limits,
    take(bytes) {
      left.bytes -= bytes;
      left.entries -= 1;
      if (left.bytes < 0) throw tooLarge(`more than ${inMiB(limits.unpackedBytes)} unpacked`);
      if (left.entries < 0) throw tooLarge(`more than ${limits.entries} files and folders`);
    },
  };
}

export function tooLarge(what: string): InstallFault {
  return new InstallFault('package_too_large', `The package is too large: ${what}.`);
}

export function inMiB(bytes: number): string {
  return `${Math.round((bytes / 1024 ** 2) * 10) / 10} MiB`;
}
