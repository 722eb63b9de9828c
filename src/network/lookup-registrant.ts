import { type Evidence, known, unknown } from '../evidence/evidence.ts';
import { registrableDomain } from './domain-name.ts';
import type { FetchReply } from './guarded-fetch.ts';
import type { Clock, Pace } from './pace.ts';
import { parseRdap, type RdapBootstrap } from './rdap.ts';
import type { Answer } from './recording.ts';
import { holderOf, type RegistrantAnswer } from './registrant.ts';
import type { AskWhois, WhoisServer } from './whois.ts';
import { parseWhois } from './whois-text.ts';

/** All that a look-up of a registrant talks to. */
export interface RegistrantSources {
  readonly askWhois: AskWhois;
  /** The registry's port-43 server; null when none is known. */
  readonly whoisServerOf: (domain: string) => WhoisServer | null;
  readonly fetchRdap: (url: string, signal?: AbortSignal) => Promise<FetchReply>;
  readonly bootstrap: RdapBootstrap;
  readonly pace: Pace;
  readonly clock: Clock;
  /** Milliseconds before each repetition of a question that was refused or failed. */
  readonly pauses: readonly number[];
  /** Name and version of the program, for recordings. */
  readonly tool: string;
}

/** Growing, and short enough that a refused question still ends within the time of a check. */
export const defaultPauses: readonly number[] = [1500, 4000];

export interface RegistrantLookup {
  readonly evidence: Evidence<RegistrantAnswer>;
  /** What to record; null when nothing was learned. */
  readonly answer: Answer | null;
}

type Attempt =
  | {
      readonly state: 'answered';
      readonly kind: 'whois' | 'rdap';
      readonly source: string;
      readonly answer: RegistrantAnswer;
    }
  | {
      readonly state: 'failed';
      readonly reason: 'timeout' | 'no-answer' | 'rate-limited' | 'inconclusive';
      readonly detail: string;
    };

const failed = (reason: Extract<Attempt, { state: 'failed' }>['reason'], detail: string): Attempt => ({
  state: 'failed',
  reason,
  detail,
});

/** Asks again after growing pauses while the answer may still come; a clear answer of any kind ends it. */
const persistently = async (
  ask: () => Promise<Attempt>,
  { clock, pauses }: RegistrantSources,
  signal: AbortSignal | undefined,
): Promise<Attempt> => {
  let attempt = await ask();
  for (const pause of pauses) {
    if (attempt.state === 'answered' || attempt.reason === 'inconclusive' || signal?.aborted) break;
    await clock.sleep(pause, signal);
    if (signal?.aborted) break;
    attempt = await ask();
  }
  return attempt;
};

const judge = (kind: 'whois' | 'rdap', source: string, answer: RegistrantAnswer): Attempt => {
  if (answer.rateLimited) return failed('rate-limited', source);
  if (answer.state === 'unknown') return failed('inconclusive', `${source} said nothing clear of ${answer.domain}`);
  return { state: 'answered', kind, source, answer };
};

const askWhoisServer = (
  server: WhoisServer,
  domain: string,
  sources: RegistrantSources,
  signal: AbortSignal | undefined,
): Promise<Attempt> =>
  persistently(
    async () => {
      await sources.pace.turn(server.host, signal);
      const reply = await sources.askWhois(server, domain, signal);
      if (reply.state === 'failed') return failed(reply.reason, `${server.host}: ${reply.detail}`);
      return judge('whois', server.host, parseWhois(reply.text, domain));
    },
    sources,
    signal,
  );

/** A registry that names no registrant and withholds none: the registrar has to be asked. */
const isThin = ({ state, redacted, ...names }: RegistrantAnswer): boolean =>
  state === 'registered' && !redacted && holderOf(names) === null;

const byWhois = async (
  domain: string,
  sources: RegistrantSources,
  signal: AbortSignal | undefined,
): Promise<Attempt> => {
  const server = sources.whoisServerOf(domain);
  if (server === null) return failed('inconclusive', `no whois server is known for ${domain}`);
  const registry = await askWhoisServer(server, domain, sources, signal);
  if (registry.state === 'failed' || !isThin(registry.answer)) return registry;
  const { referral } = registry.answer;
  if (referral === null || referral === server.host) return registry;
  const registrar = await askWhoisServer({ host: referral }, domain, sources, signal);
  // The registrar knows the registrant; that it does not answer is no reason to lose the registry's dates.
  return registrar.state === 'answered' && registrar.answer.state === 'registered' ? registrar : registry;
};

const rdapAnswer = async (url: string, domain: string, sources: RegistrantSources, signal: AbortSignal | undefined) => {
  await sources.pace.turn(new URL(url).host, signal);
  const reply = await sources.fetchRdap(url, signal);
  if (reply.state !== 'answered') {
    const reason = reply.state === 'failed' && reply.reason === 'timeout' ? 'timeout' : 'no-answer';
    return {
      attempt: failed(reason, `${url}: ${reply.state === 'failed' ? reply.detail : reply.reason}`),
      related: null,
    };
  }
  const text = reply.truncated ? '' : new TextDecoder().decode(reply.body);
  const { answer, related } = parseRdap(text, domain, reply.truncated ? 500 : reply.status);
  return { attempt: judge('rdap', new URL(reply.url).host, answer), related };
};

const byRdap = async (
  domain: string,
  sources: RegistrantSources,
  signal: AbortSignal | undefined,
): Promise<Attempt> => {
  const server = sources.bootstrap.serverOf(domain);
  if (server === null) return failed('inconclusive', `IANA names no RDAP server for ${domain}`);
  const registry = await rdapAnswer(`${server}domain/${domain}`, domain, sources, signal);
  const { attempt, related } = registry;
  if (attempt.state === 'failed' || !isThin(attempt.answer) || related === null || !URL.canParse(related))
    return attempt;
  const registrar = await rdapAnswer(related, domain, sources, signal);
  return registrar.attempt.state === 'answered' && registrar.attempt.answer.state === 'registered'
    ? registrar.attempt
    : attempt;
};

/** The registries of the mainland offer whois and no RDAP; `rdap.cnnic.cn` does not resolve. */
const isChinese = (domain: string): boolean => /\.(cn|xn--fiqs8s|xn--fiqz9s)$/.test(domain);

/**
 * Asks who holds a domain: `.cn` and `.中国` by whois, everything else by RDAP and, where that says nothing of the
 * holder, by whois and its referral. Asks for the registrable domain of a longer name. Never throws; a refusal is
 * `rate-limited`, and nothing but a clear sentence of the registry makes a domain `free`.
 */
export const lookUpRegistrant = async (
  name: string,
  sources: RegistrantSources,
  signal?: AbortSignal,
): Promise<RegistrantLookup> => {
  const domain = registrableDomain(name);
  if (domain === null) return { evidence: unknown('inconclusive', `${name} is no registrable domain`), answer: null };
  let attempt = isChinese(domain) ? null : await byRdap(domain, sources, signal);
  if (attempt === null || attempt.state === 'failed' || isThin(attempt.answer)) {
    const whois = await byWhois(domain, sources, signal);
    const better = whois.state === 'answered' && !(attempt?.state === 'answered' && isThin(whois.answer));
    if (attempt === null || better || (attempt.state === 'failed' && attempt.reason === 'inconclusive'))
      attempt = whois;
  }
  if (attempt.state === 'failed') {
    const reason = signal?.aborted ? 'timeout' : attempt.reason;
    return { evidence: unknown(reason, attempt.detail), answer: null };
  }
  const { kind, source, answer } = attempt;
  const at = sources.clock.now().toISOString();
  // A registry's "not found" over RDAP may come from a wrong path as well; only whois says it in words.
  const confidence = kind === 'rdap' && answer.state === 'free' ? 'medium' : 'high';
  return {
    evidence: known(answer, { source, at, confidence }),
    answer: { kind, key: domain, source, collectedAt: at, tool: sources.tool, raw: answer.raw },
  };
};
