/**
 * The SHA-256 digest of bytes, or of a text in UTF-8, in hexadecimal (FIPS 180-4). Here, because pure code cannot
 * load node:crypto.
 */
export function sha256(content: string | Uint8Array): string {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const state = Int32Array.from(initial);
  const schedule = new Int32Array(64);
  const whole = bytes.length - (bytes.length % 64);
  for (let offset = 0; offset < whole; offset += 64) compress(state, schedule, { bytes, offset });
  const tail = padded(bytes.subarray(whole), bytes.length);
  for (let offset = 0; offset < tail.length; offset += 64) compress(state, schedule, { bytes: tail, offset });
  return [...state].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

/** Square roots and cube roots of the first primes: where the standard takes its constants from. */
const primes = Array.from({ length: 320 }, (_, index) => index + 2).filter((candidate) => {
  for (let divisor = 2; divisor * divisor <= candidate; divisor += 1)
    if (candidate % divisor === 0) return false;
  return true;
});
const fractionBits = (root: number): number => Math.floor((root - Math.floor(root)) * 2 ** 32);
const initial = primes.slice(0, 8).map((prime) => fractionBits(Math.sqrt(prime)) | 0);
const constants = Int32Array.from(primes.slice(0, 64), (prime) => fractionBits(Math.cbrt(prime)) | 0);

/** What is left over after the last whole block, with the end mark and the length of the whole in bits. */
function padded(rest: Uint8Array, length: number): Uint8Array {
  const block = new Uint8Array(rest.length < 56 ? 64 : 128);
  block.set(rest);
  block[rest.length] = 0x80;
  new DataView(block.buffer).setBigUint64(block.length - 8, BigInt(length) * 8n);
  return block;
}

const at = (words: ArrayLike<number>, index: number): number => words[index] ?? 0;

/** One block into the state. Layers of images come through here: nothing is allocated. */
function compress(
  state: Int32Array,
  schedule: Int32Array,
  { bytes, offset }: { readonly bytes: Uint8Array; readonly offset: number },
): void {
  expand(schedule, bytes, offset);
  let a = at(state, 0);
  let b = at(state, 1);
  let c = at(state, 2);
  let d = at(state, 3);
  let e = at(state, 4);
  let f = at(state, 5);
  let g = at(state, 6);
  let h = at(state, 7);
  for (let round = 0; round < 64; round += 1) {
    const choice = (e & f) ^ (~e & g);
    const sumE = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const first = (h + sumE + choice + at(constants, round) + at(schedule, round)) | 0;
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const sumA = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + sumA + majority) | 0;
  }
  state[0] = at(state, 0) + a;
  state[1] = at(state, 1) + b;
  state[2] = at(state, 2) + c;
  state[3] = at(state, 3) + d;
  state[4] = at(state, 4) + e;
  state[5] = at(state, 5) + f;
  state[6] = at(state, 6) + g;
  state[7] = at(state, 7) + h;
}

function expand(words: Int32Array, bytes: Uint8Array, offset: number): void {
  for (let index = 0; index < 16; index += 1) {
    const from = offset + index * 4;
    words[index] =
      (at(bytes, from) << 24) |
      (at(bytes, from + 1) << 16) |
      (at(bytes, from + 2) << 8) |
      at(bytes, from + 3);
  }
  for (let index = 16; index < 64; index += 1) {
    const early = at(words, index - 15);
    const late = at(words, index - 2);
    const low = ((early >>> 7) | (early << 25)) ^ ((early >>> 18) | (early << 14)) ^ (early >>> 3);
    const high = ((late >>> 17) | (late << 15)) ^ ((late >>> 19) | (late << 13)) ^ (late >>> 10);
    words[index] = at(words, index - 16) + low + at(words, index - 7) + high;
  }
}
