/** Memory of one process at one moment, and how much it was asked to do until then. */
export interface MemorySample {
  /** On the monotonic clock. */
  readonly atMs: number;
  readonly bytes: number;
  /** Calls of its plugin so far; never falls. */
  readonly calls: number;
}

export interface GrowthPolicy {
  /** Parts of the window; the least memory seen in each counts, so that what is garbage does not. */
  readonly slots: number;
  /** Shorter than this says nothing: code that warms up grows. Milliseconds. */
  readonly leastMs: number;
  /** Smaller growth over the whole window is noise. */
  readonly leastBytes: number;
  /** How steady it has to be: 1 rises in each slot, 0 is chance. */
  readonly leastTrend: number;
}

export const defaultGrowthPolicy: GrowthPolicy = {
  slots: 20,
  leastMs: 300_000,
  leastBytes: 8 * 1_048_576,
  leastTrend: 0.7,
};

export interface MemoryGrowth {
  /** Of the least memory in each slot: the median over all pairs of slots. Below 0 where it falls. */
  readonly bytesPerHour: number;
  /** Between the first sample and the last. */
  readonly overMs: number;
  /** It rises all the time, by an amount that counts, and not because more is asked of it. */
  readonly steady: boolean;
}

interface Slot {
  readonly atMs: number;
  readonly bytes: number;
  /** Calls a second. */
  readonly rate: number;
}

const fewestSlots = 6;

/**
 * Whether memory grows in a way that calls do not explain. Calls explain memory that rises and falls with their rate:
 * the trend is what is left of the rank correlation (Kendall) of memory with time once that with the rate is taken out.
 * Memory that each call leaves behind, at whatever rate, is not explained: that is a leak.
 * @param samples of one process, in order of time
 */
export function memoryGrowth(
  samples: readonly MemorySample[],
  policy: GrowthPolicy = defaultGrowthPolicy,
): MemoryGrowth {
  const slots = slotsOf(samples, policy.slots);
  const overMs = (samples.at(-1)?.atMs ?? 0) - (samples[0]?.atMs ?? 0);
  const bytesPerHour = medianSlope(slots) * 3_600_000;
  const grownBytes = medianSlope(slots) * overMs;
  const counts = slots.length >= fewestSlots && overMs >= policy.leastMs && grownBytes >= policy.leastBytes;
  return { bytesPerHour, overMs, steady: counts && unexplainedTrend(slots) >= policy.leastTrend };
}

function slotsOf(samples: readonly MemorySample[], count: number): readonly Slot[] {
  const first = samples[0];
  const last = samples.at(-1);
  if (first === undefined || last === undefined || last.atMs <= first.atMs) return [];
  const lengthMs = (last.atMs - first.atMs) / count;
  const slots: Slot[] = [];
  let before = first;
  let begun = 0;
  for (let slot = 0; slot < count; slot += 1) {
    const endsAt = first.atMs + (slot + 1) * lengthMs;
    let least: MemorySample | undefined;
    let latest = before;
    for (; begun < samples.length; begun += 1) {
      const sample = samples[begun] as MemorySample;
      if (sample.atMs > endsAt && slot < count - 1) break;
      if (least === undefined || sample.bytes < least.bytes) least = sample;
      latest = sample;
    }
    if (least === undefined) continue;
    const seconds = Math.max(latest.atMs - before.atMs, 1) / 1_000;
    slots.push({ atMs: least.atMs, bytes: least.bytes, rate: (latest.calls - before.calls) / seconds });
    before = latest;
  }
  // The first slot has no sample before it to tell a rate by.
  const [opening, next] = slots;
  if (opening !== undefined && next !== undefined && opening.rate === 0) slots[0] = { ...opening, rate: next.rate };
  return slots;
}

/** Bytes a millisecond; Theil and Sen's, which a few odd slots do not move. */
function medianSlope(slots: readonly Slot[]): number {
  const slopes = pairs(slots)
    .filter(([one, other]) => other.atMs > one.atMs)
    .map(([one, other]) => (other.bytes - one.bytes) / (other.atMs - one.atMs))
    .toSorted((left, right) => left - right);
  return slopes[Math.floor(slopes.length / 2)] ?? 0;
}

/** Kendall's partial rank correlation. Where the rate alone tells as much as time does, nothing is left. */
function unexplainedTrend(slots: readonly Slot[]): number {
  const bytes = (slot: Slot) => slot.bytes;
  const time = (slot: Slot) => slot.atMs;
  const rate = (slot: Slot) => slot.rate;
  const [withTime, withRate, rateWithTime] = [
    correlation(slots, bytes, time),
    correlation(slots, bytes, rate),
    correlation(slots, rate, time),
  ];
  // A rate that goes down while memory goes up explains nothing.
  const explained = Math.max(0, withRate);
  const left = Math.sqrt((1 - explained ** 2) * (1 - rateWithTime ** 2));
  return left < 1e-9 ? 0 : (withTime - explained * rateWithTime) / left;
}

/** Kendall's tau-b: -1 to 1, 0 where one of the two does not change. */
function correlation(slots: readonly Slot[], one: (slot: Slot) => number, other: (slot: Slot) => number): number {
  let sum = 0;
  let ones = 0;
  let others = 0;
  for (const [left, right] of pairs(slots)) {
    const byOne = Math.sign(one(right) - one(left));
    const byOther = Math.sign(other(right) - other(left));
    sum += byOne * byOther;
    ones += Math.abs(byOne);
    others += Math.abs(byOther);
  }
  return ones === 0 || others === 0 ? 0 : sum / Math.sqrt(ones * others);
}

function pairs(slots: readonly Slot[]): readonly (readonly [Slot, Slot])[] {
  return slots.flatMap((one, index) => slots.slice(index + 1).map((other) => [one, other] as const));
}
