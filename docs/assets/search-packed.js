// Reads the numbers that scripts/press/search/packed.py has packed: both keep the same count of what came before.

const WHOLE = 1 << 16, TRUSTED = 250;

export class Packed {
  constructor(bytes) {
    [this.bytes, this.at] = [bytes, 4];
    [this.low, this.high] = [0, 2 ** 32 - 1];
    this.code = bytes.slice(0, 4).reduce((code, byte) => code * 256 + byte, 0);
    this.chances = new Map(); // a context -> the chances that its steps are a 1, and on how many steps each rests
  }

  // The next number, of so many bits. Numbers of one context are alike. A phone reads 50,000 of them when the search opens, so this is kept quick.
  number(context, bits) {
    if (!this.chances.has(context)) this.chances.set(context, { shares: new Uint16Array(1 << bits).fill(WHOLE / 2), steps: new Uint8Array(1 << bits) });
    const { shares, steps } = this.chances.get(context);
    let { low, high, code } = this, node = 1;
    while (node < 1 << bits) {
      const share = shares[node], middle = low + Math.floor(((high - low) * share) / WHOLE), bit = code <= middle ? 1 : 0;
      if (bit) high = middle;
      else low = middle + 1;
      shares[node] = Math.min(WHOLE - 32, Math.max(32, share + Math.trunc((bit * WHOLE - share) / (steps[node] + 1.5))));
      if (steps[node] < TRUSTED) steps[node]++;
      node = 2 * node + bit;
      while (low >>> 24 === high >>> 24) {
        low = (low << 8) >>> 0;
        high = ((high << 8) | 255) >>> 0;
        code = ((code << 8) | (this.bytes[this.at++] ?? 0)) >>> 0;
      }
    }
    this.low = low;
    this.high = high;
    this.code = code;
    return node - (1 << bits);
  }
}
