/** How the flow works, for all connections alike. Times in milliseconds. */
export interface MessagesSettings {
  /** From poll to poll of one connection. 5 s to 24 h; an admin may set another for one connection. Default 60,000. */
  readonly pollIntervalMs: number;
  /** Messages asked for at once. 1 to 1,000. Default 200. */
  readonly pageSize: number;
  /** Pages read in one run; what is left waits for the next. Default 10. */
  readonly mostPages: number;
  /** More new messages than this in one run (or one batch of webhooks) are a flood. Default 200. */
  readonly floodLimit: number;
}

export const defaultSettings: MessagesSettings = {
  pollIntervalMs: 60_000,
  pageSize: 200,
  mostPages: 10,
  floodLimit: 200,
};

export const shortestPollIntervalMs = 5_000;
export const longestPollIntervalMs = 86_400_000;
