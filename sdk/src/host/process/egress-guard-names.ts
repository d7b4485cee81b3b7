import dns from 'node:dns';
import { isIP } from 'node:net';
import type { EgressRuling } from './egress-guard-ruling.ts';
import { type Method, type RestoreStack, replaceMethod } from './replace-method.ts';

const questions = [
  'lookup',
  'lookupService',
  'reverse',
  'resolve',
  'resolve4',
  'resolve6',
  'resolveAny',
  'resolveCaa',
  'resolveCname',
  'resolveMx',
  'resolveNaptr',
  'resolveNs',
  'resolvePtr',
  'resolveSoa',
  'resolveSrv',
  'resolveTlsa',
  'resolveTxt',
] as const;

/** Refuses questions about names that may not be reached: what is asked for is itself a message to whoever answers. */
export function guardNames(ruling: EgressRuling, restore: RestoreStack): void {
  const refusal = (name: string, question: unknown): Error | undefined => {
    if (typeof question !== 'string') return undefined;
    // An address asked for by `lookup` is answered with itself, and nobody is asked.
    if (name === 'lookup' && isIP(question) !== 0) return undefined;
    return ruling.byName('dns', question);
  };
  const byCallback =
    (name: string) =>
    (original: Method): Method =>
      function (...args) {
        const error = refusal(name, args[0]);
        const callback = args.at(-1);
        if (error === undefined || typeof callback !== 'function') return original.apply(this, args);
        process.nextTick(callback, error);
        return {};
      };
  const byPromise =
    (name: string) =>
    (original: Method): Method =>
      function (...args) {
        const error = refusal(name, args[0]);
        return error === undefined ? original.apply(this, args) : Promise.reject(error);
      };
  for (const name of questions) {
    for (const target of [dns, dns.Resolver.prototype]) replaceMethod(target, name, byCallback(name), restore);
    for (const target of [dns.promises, dns.promises.Resolver.prototype]) {
      replaceMethod(target, name, byPromise(name), restore);
    }
  }
}
