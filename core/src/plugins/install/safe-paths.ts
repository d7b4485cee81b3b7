import { InstallFault } from './install-fault.ts';

/** Paths of one package, checked as they come. */
export interface PathChecker {
  /**
   * @returns the path inside of the package
   * @throws InstallFault `tarball_unsafe` for one that leads out, or meets another on some file system
   */
  check(parts: readonly string[], kind: 'file' | 'folder'): string;
}

const longestPath = 512;
const deepest = 48;

export function createPathChecker(): PathChecker {
  /** How a file system without case would store each, and how it was written. */
  const seen = new Map<string, { readonly written: string; readonly kind: 'file' | 'folder' }>();
  const note = (written: string, kind: 'file' | 'folder') => {
    const folded = written.normalize('NFC').toLowerCase();
    const other = seen.get(folded);
    if (other === undefined) return void seen.set(folded, { written, kind });
    if (other.kind === 'folder' && kind === 'folder' && other.written === written) return undefined;
    throw unsafe(`“${short(written)}” and “${short(other.written)}” are the same on some machines`);
  };
  return {
    check(parts, kind) {
      const path = parts.join('/');
      if (path.length > longestPath || parts.length > deepest) throw unsafe(`the path “${short(path)}” is too long`);
      for (const part of parts) {
        if (!isPlainName(part)) throw unsafe(`the path “${short(path)}” is not inside of it`);
      }
      for (let depth = 1; depth < parts.length; depth += 1) note(parts.slice(0, depth).join('/'), 'folder');
      note(path, kind);
      return path;
    },
  };
}

export function unsafe(problem: string): InstallFault {
  return new InstallFault('tarball_unsafe', `The package is not safe to unpack: ${problem}.`);
}

/** One step of a path that means the same on every system. */
function isPlainName(part: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return part !== '' && part !== '.' && part !== '..' && !/[\\/\u0000-\u001f\u007f]/.test(part) && part.length <= 255;
}

function short(path: string): string {
  const plain = JSON.stringify(path).slice(1, -1);
  return plain.length > 120 ? `${plain.slice(0, 120)}…` : plain;
}
