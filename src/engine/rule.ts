import type { z } from 'zod';
import type { Reference } from '../../rules/reference/index.ts';
import type { Place } from '../dossier/place.ts';
import type { LocalText } from '../dossier/problem.ts';
import type { DossierData, Procedure } from '../dossier/schema/dossier.ts';
import type { Subject, SubjectKind } from '../dossier/subjects.ts';
import type { Confidence, Evidence, OpenReason } from '../evidence/evidence.ts';
import type { EvidenceKind, EvidenceValues } from '../evidence/kinds.ts';
import { severities } from './severities.ts';

export { severities };
export type Severity = (typeof severities)[number];

export const verdictKinds = ['pass', 'fail', 'review', 'open', 'notApplicable'] as const;
export type VerdictKind = (typeof verdictKinds)[number];

/** What a rule rests on. `asOf` is the month in which the source was last read, YYYY-MM. */
export interface Basis {
  readonly kind: 'law' | 'regulator' | 'provider' | 'practice';
  readonly cite: string;
  readonly url?: string;
  readonly asOf: string;
}

/** What fills a slot; words that differ between languages are given in each. */
export type SlotValue = string | number | LocalText;
export type SlotValues = Readonly<Record<string, SlotValue>>;

/** Names of the `{slots}` in a template. */
export type Slots<T extends string> = T extends `${string}{${infer Slot}}${infer Rest}` ? Slot | Slots<Rest> : never;

/** One message of a rule: what was seen and expected, and how to mend it; both languages use the same slots. */
export interface RuleMessage extends LocalText {
  readonly fix: LocalText;
}

type SlotsOf<M extends RuleMessage> = Slots<M['zh-CN']> | Slots<M['fix']['zh-CN']>;

/** Two values side by side, for readers who want to see the difference. */
export interface Compared {
  readonly seen: string;
  readonly expected: string;
}

type MessageOutcome<M extends Readonly<Record<string, RuleMessage>>> = {
  readonly [Id in keyof M & string]: {
    readonly messageId: Id;
    readonly data: { readonly [Slot in SlotsOf<M[Id]>]: SlotValue };
    readonly at: Place;
    /** How sure the rule is; `low` turns a failure into a review. `high` when left out. */
    readonly confidence?: Confidence;
    /** Less bad than the rule's own severity; never worse. */
    readonly severity?: Exclude<Severity, 'error'>;
    readonly compared?: Compared;
    /** What this finding rests on, where that is narrower than the rule's basis: one province's list, say. */
    readonly basis?: readonly [Basis, ...Basis[]];
  };
}[keyof M & string];

/** The rule could not see what it needs. */
export interface OpenOutcome {
  readonly open: OpenReason;
  readonly detail?: string;
}

export const open = (reason: OpenReason, detail?: string): OpenOutcome =>
  detail === undefined ? { open: reason } : { open: reason, detail };

interface Scene<S extends SubjectKind, O extends z.ZodType> {
  readonly subject: Subject<S>;
  readonly dossier: DossierData;
  readonly options: z.output<O>;
  readonly reference: Reference;
  /** Day that the check is made for, YYYY-MM-DD. */
  readonly today: string;
}

export interface RuleContext<S extends SubjectKind, N extends EvidenceKind, U extends EvidenceKind, O extends z.ZodType>
  extends Scene<S, O> {
  /** `needs` are there, or the engine has already answered `open`; `uses` say themselves whether they are known. */
  readonly evidence: { readonly [K in N]: EvidenceValues[K] } & {
    readonly [K in U]: Evidence<EvidenceValues[K]>;
  };
}

export interface RuleDefinition<
  M extends Readonly<Record<string, RuleMessage>>,
  S extends SubjectKind,
  N extends EvidenceKind,
  U extends EvidenceKind,
  O extends z.ZodType,
> {
  /** `pack/defect`; the folder below `rules/` has the same name. */
  readonly id: string;
  readonly since: string;
  /** The defect in a few words, for lists. */
  readonly title: LocalText;
  readonly severity: Severity;
  readonly tags: readonly string[];
  readonly procedures: readonly [Procedure, ...Procedure[]];
  readonly subject: S;
  /** Evidence without which the rule cannot judge. */
  readonly needs: readonly N[];
  /** Evidence that helps when it is there. */
  readonly uses?: readonly U[];
  readonly basis: readonly [Basis, ...Basis[]];
  readonly options: O;
  readonly messages: M & {
    readonly [Id in keyof M]: {
      readonly en: SameSlots<M[Id]['zh-CN'], M[Id]['en']>;
      readonly fix: { readonly en: SameSlots<M[Id]['fix']['zh-CN'], M[Id]['fix']['en']> };
    };
  };
  /** false → `notApplicable`, before any evidence is gathered. */
  readonly appliesTo?: (scene: Scene<S, O>) => boolean;
  /** Yields what is wrong; nothing yielded is a pass. Synchronous and pure. */
  readonly check: (context: RuleContext<S, N, U, O>) => Iterable<MessageOutcome<M> | OpenOutcome>;
}

type SameSlots<Zh extends string, En extends string> = [Slots<Zh>] extends [Slots<En>]
  ? [Slots<En>] extends [Slots<Zh>]
    ? En
    : `slots differ from zh-CN: ${Exclude<Slots<En>, Slots<Zh>>}`
  : `slots differ from zh-CN: ${Exclude<Slots<Zh>, Slots<En>>}`;

/** A finding or an `open`, as the engine sees it after the rule's own types are forgotten. */
export type Outcome =
  | {
      readonly messageId: string;
      readonly data: SlotValues;
      readonly at: Place;
      readonly confidence?: Confidence;
      readonly severity?: Exclude<Severity, 'error'>;
      readonly compared?: Compared;
      readonly basis?: readonly Basis[];
    }
  | OpenOutcome;

export interface ErasedScene {
  readonly subject: Subject;
  readonly dossier: DossierData;
  readonly options: unknown;
  readonly reference: Reference;
  readonly today: string;
}

/** A rule as the engine runs it: the types that bind its parts have done their work at compile time. */
export interface Rule {
  readonly id: string;
  readonly since: string;
  readonly title: LocalText;
  readonly severity: Severity;
  readonly tags: readonly string[];
  readonly procedures: readonly Procedure[];
  readonly subject: SubjectKind;
  readonly needs: readonly EvidenceKind[];
  readonly uses: readonly EvidenceKind[];
  readonly basis: readonly Basis[];
  readonly options: z.ZodType;
  readonly messages: Readonly<Record<string, RuleMessage>>;
  readonly appliesTo: (scene: ErasedScene) => boolean;
  readonly check: (
    context: ErasedScene & { readonly evidence: Readonly<Record<string, unknown>> },
  ) => Iterable<Outcome>;
}

/**
 * Declares a rule. The compiler rejects evidence that is not in `needs` or `uses`, an unknown message, a missing slot,
 * a missing language and an empty basis.
 */
export function defineRule<
  const M extends Readonly<Record<string, RuleMessage>>,
  S extends SubjectKind,
  O extends z.ZodType,
  N extends EvidenceKind = never,
  U extends EvidenceKind = never,
>(rule: RuleDefinition<M, S, N, U, O>): Rule {
  const { appliesTo, check, uses = [] } = rule;
  return {
    ...rule,
    uses,
    // The engine calls a rule only with subjects of its kind, options that its schema parsed and evidence that it named.
    appliesTo: (scene) => appliesTo === undefined || appliesTo(scene as unknown as Scene<S, O>),
    check: (context) => check(context as unknown as RuleContext<S, N, U, O>),
  };
}
