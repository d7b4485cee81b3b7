import type { JsonObject, StoredEvent } from '../storage/index.ts';

/** The JSON form of CloudEvents 1.0, with the `sequence` extension. https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md */
export interface CloudEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject?: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  /** The place in the log, as a decimal text of 20 digits: texts compare as the numbers do. */
  readonly sequence: string;
  readonly data: JsonObject;
}

export function toCloudEvent({ id, source, type, subject, time, data, sequence }: StoredEvent): CloudEvent {
  return {
    specversion: '1.0',
    id,
    source,
    type,
    ...(subject === undefined ? {} : { subject }),
    time,
    datacontenttype: 'application/json',
    sequence: String(sequence).padStart(20, '0'),
    data,
  };
}

/** The media type of {@link CloudEvent} in HTTP. */
export const cloudEventType = 'application/cloudevents+json';
