import { InstallFault } from './install-fault.ts';
import { isTrustedTransport } from './install-spec.ts';
import { type Receiving, receiveBytes } from './receive-bytes.ts';

const mostRedirects = 5;

/**
 * Fetches a tarball by its address, over TLS all the way.
 * @returns the SHA-512 of its bytes
 * @throws InstallFault `package_not_found`, `source_refused`, `source_unavailable`, `package_too_large`
 */
export async function fetchAddress(address: URL, receiving: Receiving): Promise<string> {
  let url = address;
  for (let hop = 0; hop <= mostRedirects; hop += 1) {
    const answer = await reach(url, receiving.signal);
    const location = answer.headers.get('location');
    if (answer.status < 300 || answer.status >= 400 || location === null) return receive(answer, receiving);
    await answer.body?.cancel();
    if (!URL.canParse(location, url)) throw unavailable('it redirects to no address');
    url = new URL(location, url);
    if (!isTrustedTransport(url)) throw unavailable('it redirects to an address that is not encrypted');
  }
  throw unavailable('it redirects too often');
}

async function reach(url: URL, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, { redirect: 'manual', signal });
  } catch (error) {
    signal.throwIfAborted();
    throw unavailable('it does not answer', error);
  }
}

async function receive({ status, body }: Response, receiving: Receiving): Promise<string> {
  if (status === 200 && body !== null) {
    try {
      return await receiveBytes(body, receiving);
    } catch (error) {
      if (error instanceof InstallFault) throw error;
      receiving.signal.throwIfAborted();
      throw unavailable('the connection broke off', error);
    }
  }
  await body?.cancel();
  if (status === 404 || status === 410)
    throw new InstallFault('package_not_found', 'There is nothing at that address.');
  if (status === 401 || status === 403) {
    throw new InstallFault('source_refused', 'That address does not give the package to this hub.');
  }
  throw unavailable(`it answered ${status}`);
}

function unavailable(reason: string, cause?: unknown): InstallFault {
  return new InstallFault('source_unavailable', `The address did not give the package: ${reason}.`, cause);
}
