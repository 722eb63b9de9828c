import { type Evidence, known, unknown } from '../evidence/evidence.ts';
import type { CertificateFacts, FetchReply, Redirect, RefusalReason } from './guarded-fetch.ts';
import { type PageSource, pageSource } from './homepage.ts';
import type { Answer, Recording, RecordingDetail } from './recording.ts';

/** What came of a visit to a home page. */
export type PageVisit =
  | { readonly outcome: 'page'; readonly source: PageSource }
  /** It answered with something else than text. */
  | { readonly outcome: 'no-page'; readonly url: string; readonly contentType: string }
  /** Its name has no address, or nobody answers there. */
  | { readonly outcome: 'unreachable'; readonly url: string; readonly detail: string }
  | { readonly outcome: 'redirect-loop'; readonly url: string }
  /** It, or a redirect, leads where the check must not go. */
  | { readonly outcome: 'refused'; readonly url: string; readonly reason: RefusalReason };

/** The address of a home page as dossiers write it, with or without `http://`; null when it is none. */
export const pageUrl = (written: string): string | null => {
  const trimmed = written.normalize('NFKC').trim();
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `http://${trimmed}`;
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
};

/** Nobody is there: the other side, or its name server, said so itself. Anything else may be our own network. */
const absence = ['ECONNREFUSED', 'ECONNRESET', 'UND_ERR_SOCKET', 'no address'];

/** Judges an answer; what may be the fault of the network in between is no finding about the page. */
export const judgeVisit = (requested: string, reply: FetchReply): Evidence<PageVisit> => {
  const from = { source: reply.url };
  switch (reply.state) {
    case 'answered': {
      const source = pageSource(requested, reply);
      if (source !== null) return known({ outcome: 'page', source }, from);
      return known({ outcome: 'no-page', url: reply.url, contentType: reply.headers['content-type'] ?? '' }, from);
    }
    case 'refused':
      return known({ outcome: 'refused', url: reply.url, reason: reply.reason }, from);
    case 'failed': {
      if (reply.reason === 'timeout') return unknown('timeout', `${reply.url}: ${reply.detail}`);
      if (reply.reason === 'too-many-redirects') return known({ outcome: 'redirect-loop', url: reply.url }, from);
      if (!absence.some((sign) => reply.detail.includes(sign)))
        return unknown('no-answer', `${reply.url}: ${reply.detail}`);
      // A server may be down for an hour.
      return known({ outcome: 'unreachable', url: reply.url, detail: reply.detail }, { ...from, confidence: 'medium' });
    }
  }
};

const certificateDetails = (certificate: CertificateFacts | null): Record<string, RecordingDetail> =>
  certificate === null
    ? {}
    : {
        certificateProblem: certificate.problem,
        certificateSubject: certificate.subject,
        certificateNames: certificate.names.join(' '),
        certificateIssuer: certificate.issuer,
        certificateValidFrom: certificate.validFrom,
        certificateValidTo: certificate.validTo,
      };

/** The visit as a recording keeps it: the page's text in `raw`, the rest in `details`. */
export const recordVisit = (requested: string, visit: PageVisit, collectedAt: string, tool: string): Answer => {
  const answer = { kind: 'homepage', key: requested, collectedAt, tool } as const;
  switch (visit.outcome) {
    case 'page': {
      const { url, status, charset, truncated, redirects, certificate, html } = visit.source;
      const hops = redirects.map((hop) => `${hop.status} ${hop.from} ${hop.to}`).join(' ');
      const details = { outcome: 'page', url, status, charset, truncated, redirects: hops };
      return { ...answer, source: url, raw: html, details: { ...details, ...certificateDetails(certificate) } };
    }
    case 'no-page':
    case 'unreachable':
    case 'redirect-loop':
    case 'refused':
      return { ...answer, source: visit.url, raw: '', details: { ...visit } };
  }
};

const refusals: readonly RefusalReason[] = ['malformed', 'scheme', 'credentials', 'port', 'inside'];

const readRedirects = (text: string): Redirect[] => {
  const words = text.split(' ').filter((word) => word !== '');
  const redirects: Redirect[] = [];
  for (let at = 0; at + 2 < words.length; at += 3) {
    const [status = '', from = '', to = ''] = words.slice(at, at + 3);
    redirects.push({ status: Number(status), from, to });
  }
  return redirects;
};

/** Reads what `recordVisit` wrote; null when the details are not those of a visit. */
export const replayVisit = ({ key, raw, details }: Recording): PageVisit | null => {
  const textOf = (name: string): string | null => {
    const value = details[name];
    return typeof value === 'string' ? value : null;
  };
  const url = textOf('url');
  if (url === null || !URL.canParse(url)) return null;
  switch (details['outcome']) {
    case 'page': {
      const certificate =
        'certificateProblem' in details
          ? {
              problem: textOf('certificateProblem'),
              subject: textOf('certificateSubject'),
              names: (textOf('certificateNames') ?? '').split(' ').filter((name) => name !== ''),
              issuer: textOf('certificateIssuer'),
              validFrom: textOf('certificateValidFrom'),
              validTo: textOf('certificateValidTo'),
            }
          : null;
      const source = {
        requested: key,
        url,
        status: typeof details['status'] === 'number' ? details['status'] : null,
        redirects: readRedirects(textOf('redirects') ?? ''),
        charset: textOf('charset') ?? 'utf-8',
        html: raw,
        truncated: details['truncated'] === true,
        certificate,
      };
      return { outcome: 'page', source };
    }
    case 'no-page':
      return { outcome: 'no-page', url, contentType: textOf('contentType') ?? '' };
    case 'unreachable':
      return { outcome: 'unreachable', url, detail: textOf('detail') ?? '' };
    case 'redirect-loop':
      return { outcome: 'redirect-loop', url };
    case 'refused': {
      const reason = refusals.find((known) => known === textOf('reason'));
      return reason === undefined ? null : { outcome: 'refused', url, reason };
    }
    default:
      return null;
  }
};
