/** The token stands behind the `#`: what is there is sent to no server. */
export function frameOf({ name, url, token }: { readonly name: string; readonly url: string; readonly token: string }) {
  const title = attribute(name);
  return `<iframe title="${title}" width="320" height="160" style="border: 0"\n  src="${attribute(`${url}#${token}`)}"></iframe>`;
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
