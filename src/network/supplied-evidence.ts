/**
 * Evidence that a person supplies, because a captcha guards its source: what the company registry, the licence query, the
 * filing query or an app store showed on a day. A YAML file anywhere in `evidence/`, under any name:
 *
 *     schemaVersion: 1
 *     kind: company-registry
 *     key: 北京示例科技有限公司          # company, licence number, domain or app that was looked up
 *     source: https://www.gsxt.gov.cn
 *     collectedAt: 2026-11-20          # or with time and zone
 *     collectedBy: 张三                # optional
 *     file: evidence/gsxt.png          # optional: screenshot or export that shows it, and its digest
 *     sha256: 3f1a…
 *     facts:
 *       name: 北京示例科技有限公司
 *       status: 存续
 */
import { createHash } from 'node:crypto';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { money } from '../dossier/schema/field.ts';
import { type Evidence, known, unknown } from '../evidence/evidence.ts';
import { type FreshnessDays, freshnessOf, type SuppliedKind, suppliedKinds } from './recording.ts';
import { editedByHand } from './replay.ts';

const text = z.string().trim().min(1).max(2000);
const day = z.iso.date();
const moment = z.union([day, z.iso.datetime({ offset: true })]);

/** What each source shows, as far as rules ask for it. Every fact may be left out; an unknown one is an error. */
export const suppliedFacts = {
  'company-registry': z.strictObject({
    name: text.optional(),
    uscc: text.optional(),
    /** As the registry words it: 存续, 在业, 吊销, 注销 … */
    status: text.optional(),
    legalRepresentative: text.optional(),
    registeredCapital: money.optional(),
    paidInCapital: money.optional(),
    address: text.optional(),
    businessScope: text.optional(),
    establishedOn: day.optional(),
    validUntil: day.optional(),
    shareholders: z.array(text).optional(),
    /** Listed in the register of abnormal operations 经营异常名录. */
    abnormal: z.boolean().optional(),
    /** Listed for serious violations 严重违法失信名单. */
    seriousViolation: z.boolean().optional(),
  }),
  'licence-query': z.strictObject({
    number: text.optional(),
    company: text.optional(),
    legalRepresentative: text.optional(),
    businesses: z.array(text).optional(),
    regions: z.array(text).optional(),
    issuer: text.optional(),
    issuedOn: day.optional(),
    validUntil: day.optional(),
    /** As the query words it: 正常, 注销, 过期 … */
    status: text.optional(),
    /** Listed for poor conduct 电信业务经营不良名单, or for lost credit 失信名单. */
    abnormal: z.boolean().optional(),
  }),
  'filing-query': z.strictObject({
    number: text.optional(),
    company: text.optional(),
    domains: z.array(text).optional(),
    siteName: text.optional(),
    approvedOn: day.optional(),
  }),
  /** `key` is the developer, or the name that was searched for. */
  'app-store': z.strictObject({
    store: text.optional(),
    /** What the store showed; an empty list says that it showed nothing. */
    apps: z.array(
      z.strictObject({
        name: text,
        developer: text.optional(),
        packageName: text.optional(),
        version: text.optional(),
        filingNumber: text.optional(),
        publishedOn: day.optional(),
      }),
    ),
  }),
} as const satisfies Record<SuppliedKind, z.ZodType>;

export type SuppliedFacts = { readonly [K in SuppliedKind]: Readonly<z.infer<(typeof suppliedFacts)[K]>> };

const envelope = {
  schemaVersion: z.literal(1),
  key: text,
  source: text,
  collectedAt: moment,
  collectedBy: text.optional(),
  /** Below the dossier's folder, with `/`. */
  file: text
    .refine((path) => !posix.isAbsolute(path) && !posix.normalize(path).startsWith('..') && !path.includes('\\'), {
      message: 'must lie in the folder of the dossier',
    })
    .optional(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
};

const suppliedSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...envelope, kind: z.literal('company-registry'), facts: suppliedFacts['company-registry'] }),
  z.strictObject({ ...envelope, kind: z.literal('licence-query'), facts: suppliedFacts['licence-query'] }),
  z.strictObject({ ...envelope, kind: z.literal('filing-query'), facts: suppliedFacts['filing-query'] }),
  z.strictObject({ ...envelope, kind: z.literal('app-store'), facts: suppliedFacts['app-store'] }),
]);

/** The JSON Schema of supplied records, for editors. */
export const suppliedJsonSchema = (): object => ({
  ...z.toJSONSchema(suppliedSchema, { target: 'draft-7', io: 'input', unrepresentable: 'any' }),
  title: 'icp-check supplied evidence 人工查询记录',
});

export type SuppliedEvidence = z.infer<typeof suppliedSchema>;
/** As a person writes it: `1000万元` is understood. */
export type SuppliedInput = z.input<typeof suppliedSchema>;

export interface SuppliedProblem {
  /** Below the dossier's folder, with `/`. */
  readonly file: string;
  readonly problem: string;
}

export interface SuppliedFolder {
  readonly items: readonly { readonly path: string; readonly item: SuppliedEvidence; readonly altered: boolean }[];
  readonly problems: readonly SuppliedProblem[];
}

/** A person types these; a screenshot of any screen is smaller. */
const maxYamlBytes = 256 * 1024;
const maxFileBytes = 32 * 1024 * 1024;
const maxFiles = 2000;

const isSuppliedKind = (value: unknown): value is SuppliedKind => suppliedKinds.some((kind) => kind === value);

const readPlainFile = async (path: string, maxBytes: number): Promise<Buffer | null> => {
  try {
    const facts = await lstat(path);
    return facts.isFile() && facts.size <= maxBytes ? await readFile(path) : null;
  } catch {
    return null;
  }
};

const parse = (yaml: string): { readonly content: unknown } | { readonly problem: string } => {
  try {
    const document = parseDocument(yaml, { uniqueKeys: true });
    const [error] = document.errors;
    if (error) return { problem: (error.message.split('\n')[0] ?? error.code).replace(/:$/, '') };
    return { content: document.toJS({ maxAliasCount: 0 }) };
  } catch (thrown) {
    return { problem: thrown instanceof Error ? thrown.message : String(thrown) };
  }
};

/** Whether the screenshot or export is no longer the file that was supplied; one that is missing is altered, too. */
const isAltered = async (folder: string, { file, sha256 }: SuppliedEvidence): Promise<boolean> => {
  if (file === undefined || sha256 === undefined) return false;
  const bytes = await readPlainFile(join(folder, file), maxFileBytes);
  return bytes === null || createHash('sha256').update(bytes).digest('hex') !== sha256;
};

/** All that people supplied for one dossier. Recordings of other kinds are passed over. Never throws. */
export const readSupplied = async (folder: string): Promise<SuppliedFolder> => {
  const items: SuppliedFolder['items'][number][] = [];
  const problems: SuppliedProblem[] = [];
  const directory = join(folder, 'evidence');
  const isFolder = await lstat(directory).then(
    (facts) => facts.isDirectory(),
    () => false,
  );
  const names = isFolder ? (await readdir(directory)).filter((name) => /\.ya?ml$/i.test(name)).sort() : [];
  for (const name of names.slice(0, maxFiles)) {
    const path = `evidence/${name}`;
    // Recordings may be larger; none of them is a person's.
    const bytes = await readPlainFile(join(directory, name), maxYamlBytes);
    if (bytes === null) continue;
    const yaml = bytes.toString('utf8');
    // Most files here are recordings, told by their second line without parsing them.
    if (!suppliedKinds.some((kind) => yaml.includes(kind))) continue;
    const parsed = parse(yaml);
    if ('problem' in parsed) {
      problems.push({ file: path, problem: parsed.problem });
      continue;
    }
    const { content } = parsed;
    if (typeof content !== 'object' || content === null || !('kind' in content) || !isSuppliedKind(content.kind))
      continue;
    const checked = suppliedSchema.safeParse(content);
    if (checked.success) items.push({ path, item: checked.data, altered: await isAltered(folder, checked.data) });
    else {
      const [issue] = checked.error.issues;
      problems.push({
        file: path,
        problem: issue ? `${issue.path.join('.') || 'file'}: ${issue.message}` : 'unreadable',
      });
    }
  }
  return { items, problems };
};

const foldKey = (key: string): string => key.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/** The day's end in China where only a day is given. */
const momentOf = (collectedAt: string): string =>
  collectedAt.includes('T') ? collectedAt : `${collectedAt}T23:59:59+08:00`;

/** One record that counts. */
export interface SuppliedRecord<K extends SuppliedKind> {
  /** Below the dossier's folder, with `/`: the screenshot or export that shows it, else the record itself. */
  readonly shownIn: string;
  readonly source: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly facts: SuppliedFacts[K];
}

/** Whether a record is about one of the names that a dossier may be looked up under. */
export const isAbout = (item: Pick<SuppliedEvidence, 'key'>, names: readonly string[]): boolean =>
  names.some((name) => foldKey(name) === foldKey(item.key));

/**
 * The supplied records of a kind on any of the names, the newest for each key: `not-supplied` when there is none,
 * `stale` when all are too old. What a person typed is never of more than medium confidence.
 */
export const findSupplied = <K extends SuppliedKind>(
  { items }: SuppliedFolder,
  kind: K,
  names: readonly string[],
  now: Date,
  days: FreshnessDays = {},
): Evidence<readonly SuppliedRecord<K>[]> => {
  const newestFirst = items
    .filter(({ item }) => item.kind === kind && isAbout(item, names))
    .sort((a, b) => Date.parse(momentOf(b.item.collectedAt)) - Date.parse(momentOf(a.item.collectedAt)));
  const newest = newestFirst.filter(
    ({ item }, index) => newestFirst.findIndex((each) => foldKey(each.item.key) === foldKey(item.key)) === index,
  );
  const [latest] = newest;
  if (latest === undefined) return unknown('not-supplied', kind);
  const fresh = newest.filter(
    ({ item }) => freshnessOf({ kind, collectedAt: momentOf(item.collectedAt) }, now, days) === 'fresh',
  );
  if (fresh.length === 0) return unknown('stale', `${latest.path}: ${latest.item.collectedAt}`);
  const records = fresh.map(({ item, path }) => ({
    shownIn: item.file ?? path,
    source: item.source,
    day: item.collectedAt.slice(0, 10),
    // The filter above chose items of kind K, which the compiler does not carry over to their facts.
    facts: item.facts as SuppliedFacts[K],
  }));
  return known(records, {
    source: [...new Set(records.map(({ source }) => source))].join(', '),
    at: latest.item.collectedAt,
    confidence: 'medium',
    recorded: true,
    ...(fresh.some(({ altered }) => altered) ? { caution: editedByHand } : {}),
  });
};
