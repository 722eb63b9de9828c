/**
 * Set pixels as horizontal runs, row by row from the top, left to right. Print covers little of a page, so everything
 * done run by run costs a small part of what a pass over all pixels costs.
 */
export interface Runs {
  readonly width: number;
  readonly height: number;
  /** Number of runs; the arrays may be longer. */
  readonly count: number;
  /** First column, and the column after the last. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Index of each row's first run; one more entry than rows. */
  readonly rowStart: Int32Array;
  /** Set pixels in all. */
  readonly area: number;
}

/** Pixels whose value is over `least`; with `within`, only those that lie in its runs, which is sooner told. */
export function runsOver(values: Float32Array, width: number, height: number, least: number, within?: Runs): Runs {
  const rowStart = new Int32Array(height + 1);
  let from = new Int32Array(1024);
  let to = new Int32Array(1024);
  let count = 0;
  let area = 0;
  for (let y = 0; y < height; y++) {
    rowStart[y] = count;
    const row = y * width;
    const last = within === undefined ? 1 : (within.rowStart[y + 1] ?? 0);
    for (let outer = within?.rowStart[y] ?? 0; outer < last; outer++) {
      const end = row + (within === undefined ? width : (within.to[outer] ?? 0));
      for (let i = row + (within === undefined ? 0 : (within.from[outer] ?? 0)); i < end; i++) {
        if ((values[i] ?? 0) <= least) continue;
        const start = i;
        do i++;
        while (i < end && (values[i] ?? 0) > least);
        if (count === from.length) {
          from = grown(from);
          to = grown(to);
        }
        from[count] = start - row;
        to[count] = i - row;
        count++;
        area += i - start;
      }
    }
  }
  rowStart[height] = count;
  return { width, height, count, from, to, rowStart, area };
}

function grown(values: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(values.length * 2);
  larger.set(values);
  return larger;
}

/** Runs that belong together. Bounds are pixel indices, the far ones included. */
export interface RunGroup {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Set pixels. */
  readonly area: number;
  /** Indices of the group's runs, and the row of each. */
  readonly runs: readonly number[];
  readonly rows: readonly number[];
}

/**
 * Groups of runs with at most `gap` unset pixels between them, across, down or both; groups whose longer side is under
 * `leastSide` pixels are left out. In the order of their first run.
 */
export function joinRuns(runs: Runs, gap: number, leastSide: number): RunGroup[] {
  const { count, from, to, rowStart, height } = runs;
  const parent = new Int32Array(count);
  for (let run = 0; run < count; run++) parent[run] = run;
  const rootOf = (run: number): number => {
    let root = run;
    while ((parent[root] ?? 0) !== root) {
      parent[root] = parent[parent[root] ?? 0] ?? 0;
      root = parent[root] ?? 0;
    }
    return root;
  };
  const reach = gap + 1;
  for (let y = 0; y < height; y++) {
    const first = rowStart[y] ?? 0;
    const end = rowStart[y + 1] ?? 0;
    for (let run = first + 1; run < end; run++) {
      if ((from[run] ?? 0) - (to[run - 1] ?? 0) <= gap) parent[rootOf(run)] = rootOf(run - 1);
    }
    for (let above = Math.max(0, y - reach); above < y; above++) {
      let other = rowStart[above] ?? 0;
      const otherEnd = rowStart[above + 1] ?? 0;
      for (let run = first; run < end && other < otherEnd; run++) {
        const left = (from[run] ?? 0) - gap;
        const right = (to[run] ?? 0) + gap;
        while (other < otherEnd && (to[other] ?? 0) < left) other++;
        // The last one in reach may also be in reach of the next run.
        for (let near = other; near < otherEnd && (from[near] ?? 0) <= right; near++) {
          const p = rootOf(run);
          const q = rootOf(near);
          if (p !== q) parent[Math.max(p, q)] = Math.min(p, q);
        }
      }
    }
  }
  return collect(runs, rootOf, leastSide);
}

function collect(runs: Runs, rootOf: (run: number) => number, leastSide: number): RunGroup[] {
  const { count, from, to, rowStart, height } = runs;
  const left = new Int32Array(count).fill(runs.width);
  const right = new Int32Array(count);
  const top = new Int32Array(count).fill(height);
  const bottom = new Int32Array(count);
  const area = new Int32Array(count);
  for (let y = 0; y < height; y++) {
    for (let run = rowStart[y] ?? 0; run < (rowStart[y + 1] ?? 0); run++) {
      const root = rootOf(run);
      const start = from[run] ?? 0;
      const end = to[run] ?? 0;
      if (start < (left[root] ?? 0)) left[root] = start;
      if (end > (right[root] ?? 0)) right[root] = end;
      if (y < (top[root] ?? 0)) top[root] = y;
      bottom[root] = y;
      area[root] = (area[root] ?? 0) + end - start;
    }
  }
  const groups = new Map<number, RunGroup & { readonly runs: number[]; readonly rows: number[] }>();
  for (let y = 0; y < height; y++) {
    for (let run = rowStart[y] ?? 0; run < (rowStart[y + 1] ?? 0); run++) {
      const root = rootOf(run);
      const across = (right[root] ?? 0) - (left[root] ?? 0);
      const down = (bottom[root] ?? 0) - (top[root] ?? 0) + 1;
      if (Math.max(across, down) < leastSide) continue;
      const group = groups.get(root) ?? {
        left: left[root] ?? 0,
        top: top[root] ?? 0,
        right: (right[root] ?? 0) - 1,
        bottom: bottom[root] ?? 0,
        area: area[root] ?? 0,
        runs: [],
        rows: [],
      };
      group.runs.push(run);
      group.rows.push(y);
      groups.set(root, group);
    }
  }
  return [...groups.values()];
}
