/** A one-byte-a-pixel map; any value but 0 counts as set. */
export interface Mask {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** One 8-connected region. Bounds are pixel indices, the far ones included. */
export interface Component {
  readonly area: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Indices into the mask, row by row order not guaranteed. */
  readonly pixels: Int32Array;
}

/** 8-connected regions of at least `minArea` pixels, in the order of their first pixel. */
export function connectedComponents(mask: Mask, minArea: number): Component[] {
  const { width, height, data } = mask;
  const seen = new Uint8Array(width * height);
  const queue = new Int32Array(width * height);
  const components: Component[] = [];
  for (let start = 0; start < data.length; start++) {
    if (data[start] === 0 || seen[start] === 1) continue;
    let length = 1;
    queue[0] = start;
    seen[start] = 1;
    let left = width;
    let top = height;
    let right = 0;
    let bottom = 0;
    for (let head = 0; head < length; head++) {
      const index = queue[head] ?? 0;
      const y = Math.floor(index / width);
      const x = index - y * width;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
      for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
        for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          const next = ny * width + nx;
          if (data[next] !== 0 && seen[next] === 0) {
            seen[next] = 1;
            queue[length++] = next;
          }
        }
      }
    }
    if (length >= minArea) {
      components.push({ area: length, left, top, right, bottom, pixels: queue.slice(0, length) });
    }
  }
  return components;
}

/** Grows the set pixels by a square of side `2 * radius + 1`, in two running passes. */
export function dilate(mask: Mask, radius: number): Mask {
  const { width, height } = mask;
  const across = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    let reach = -1;
    const row = y * width;
    for (let x = 0; x < width + radius; x++) {
      if (x < width && mask.data[row + x] !== 0) reach = x + radius;
      const at = x - radius;
      if (at >= 0 && at < width && reach >= at) across[row + at] = 1;
    }
  }
  const data = new Uint8Array(width * height);
  for (let x = 0; x < width; x++) {
    let reach = -1;
    for (let y = 0; y < height + radius; y++) {
      if (y < height && across[y * width + x] !== 0) reach = y + radius;
      const at = y - radius;
      if (at >= 0 && at < height && reach >= at) data[at * width + x] = 1;
    }
  }
  return { width, height, data };
}
