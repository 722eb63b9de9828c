/** Time as the network code sees it, so that tests need not wait and reports need no clock. */
export interface Clock {
  readonly now: () => Date;
  /** Ends early, without error, when the signal is aborted. */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

export interface Pace {
  /** Resolves when this server may be asked again, or at once when the signal is aborted. */
  readonly turn: (server: string, signal?: AbortSignal) => Promise<void>;
}

/** Registries block who asks faster; none of them publishes a limit below this. */
export const defaultInterval = 1000;

/** At most one question in `interval` milliseconds to each server, in the order of asking. */
export const createPace = (clock: Clock, interval = defaultInterval): Pace => {
  const next = new Map<string, number>();
  return {
    turn: async (server, signal) => {
      if (signal?.aborted) return;
      const now = clock.now().getTime();
      const at = Math.max(now, next.get(server) ?? now);
      next.set(server, at + interval);
      if (at > now) await clock.sleep(at - now, signal);
    },
  };
};
