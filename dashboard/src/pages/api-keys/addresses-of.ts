/** Addresses and networks as they are typed: one on each line, or with commas between. */
export function addressesOf(text: string): string[] {
  return text.split(/[\s,]+/).filter((one) => one !== '');
}
