import { UsageError } from '../config/usage-error.ts';

/** The calendar day in China, where the authorities' clocks stand, YYYY-MM-DD. */
export function today(now: Date = new Date()): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(now);
}

/** What a run takes from the clock. */
export interface Moment {
  /** Day to check for, YYYY-MM-DD. */
  readonly today: string;
  /** When the report was made, ISO 8601; null when the day was given, because then no clock may show in the report. */
  readonly madeAt: string | null;
}

/**
 * The moment of a run: the day that was given, else SOURCE_DATE_EPOCH (seconds since 1970, as reproducible builds set
 * it: reproducible-builds.org/specs/source-date-epoch), else the clock.
 */
export function momentOf(day: string | undefined, epoch: string | undefined, now: Date = new Date()): Moment {
  const instant = epoch === undefined || epoch === '' ? now : instantOf(epoch);
  if (day === undefined) return { today: today(instant), madeAt: stamp(instant) };
  return { today: day, madeAt: instant === now ? null : stamp(instant) };
}

function instantOf(epoch: string): Date {
  const instant = new Date(/^\d{1,12}$/u.test(epoch) ? Number(epoch) * 1000 : Number.NaN);
  if (Number.isNaN(instant.getTime()))
    throw new UsageError({
      'zh-CN': `环境变量 SOURCE_DATE_EPOCH 写的是“${epoch}”，应为自 1970 年起的整秒数，例如 1770681600。`,
      en: `the environment says SOURCE_DATE_EPOCH="${epoch}"; expected whole seconds since 1970, such as 1770681600.`,
    });
  return instant;
}

/** To the second, in UTC. */
const stamp = (instant: Date): string => `${instant.toISOString().slice(0, 19)}Z`;
