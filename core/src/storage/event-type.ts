/** A dotted fact: two parts or more, lower case, each beginning with a letter, such as `payment.captured`. */
export const eventTypePattern = '^[a-z][a-z0-9_-]*(\\.[a-z][a-z0-9_-]*)+$';

const pattern = new RegExp(eventTypePattern);

export function isEventType(type: string): boolean {
  return type.length <= 200 && pattern.test(type);
}
