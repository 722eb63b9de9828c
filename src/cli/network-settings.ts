import { InvalidArgumentError } from 'commander';
import type { Config } from '../config/config.ts';
import { allowedHost } from '../network/allowed-host.ts';
import type { FreshnessDays } from '../network/recording.ts';

/** Flags about the world outside, of `check` and `collect` alike. */
export interface NetworkFlags {
  readonly allowHost?: readonly string[];
  /** Seconds. */
  readonly timeout?: number;
  readonly browser?: boolean;
  /** Path; asks for the browser, too. */
  readonly chromium?: string;
}

export interface NetworkSettings {
  readonly allowedHosts: readonly string[];
  /** Milliseconds; undefined when nobody said. */
  readonly timeout: number | undefined;
  readonly freshnessDays: FreshnessDays;
  /** null when no browser is asked for; without a place the usual ones are looked at. */
  readonly chromium: { readonly place: string | undefined } | null;
}

/** Flags over configuration; hosts add up, because a flag can only let one more through. */
export const networkSettings = (
  { network = {} }: Config,
  { allowHost = [], timeout, browser = false, chromium }: NetworkFlags,
): NetworkSettings => {
  const seconds = timeout ?? network.timeout;
  return {
    allowedHosts: [...new Set([...(network.allowedHosts ?? []), ...allowHost])],
    timeout: seconds === undefined ? undefined : seconds * 1000,
    freshnessDays: network.freshnessDays ?? {},
    chromium: browser || chromium !== undefined ? { place: chromium ?? network.chromium } : null,
  };
};

export function hostArgument(value: string, before: readonly string[] = []): readonly string[] {
  const host = allowedHost(value);
  if (host === null)
    throw new InvalidArgumentError(
      '应为主机名，可带端口，如 intranet.example 或 10.0.0.8:8080。 Expected a host, perhaps with a port.',
    );
  return [...before, host];
}

/** An hour is more than anybody waits for a check. */
const mostSeconds = 3600;

export function secondsArgument(value: string): number {
  const seconds = /^\d{1,4}(\.\d+)?$/u.test(value) ? Number(value) : Number.NaN;
  if (!(seconds > 0 && seconds <= mostSeconds))
    throw new InvalidArgumentError('应为 0 到 3600 之间的秒数。 Expected seconds, up to 3600.');
  return seconds;
}
