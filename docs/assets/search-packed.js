// Reads the numbers that scripts/press/search/packed.py has packed: both keep the same count of what came before.

const WHOLE = 1 << 16, TRUSTED = 250, TOP = 1 << 24;

export class Packed {
  constructor(bytes) {
    [this.bytes, this.at] = [bytes, 4];
    [this.low, this.high] = [0, 2 ** 32 - 1];
    this.code = bytes.slice(0, 4).reduce((code, byte) => code * 256 + byte, 0);
    this.chances = new Map(); // a context -> the chances that its steps are a 1, and on how many steps each rests
  }

  // The next number, of so many bits. Numbers of one context are alike.
  number(context, bits) {
    if (!this.chances.has(context)) this.chances.set(context, [new Uint16Array(1 << bits).fill(WHOLE / 2), new Uint8Array(1 << bits)]);
    const [shares, steps] = this.chances.get(context);
    let node = 1;
    while (node < 1 << bits) {
      const share = shares[node], middle = this.low + Math.floor(((this.high - this.low) * share) / WHOLE), bit = Number(this.code <= middle);
      if (bit) this.high = middle;
      else this.low = middle + 1;
      shares[node] = Math.min(WHOLE - 32, Math.max(32, share + Math.trunc((bit * WHOLE - share) / (steps[node] + 1.5))));
      steps[node] = Math.min(TRUSTED, steps[node] + 1);
      while (Math.floor(this.low / TOP) === Math.floor(this.high / TOP)) {
        [this.low, this.high] = [(this.low % TOP) * 256, (this.high % TOP) * 256 + 255];
        this.code = (this.code % TOP) * 256 + (this.bytes[this.at++] ?? 0);
      }
      node = 2 * node + bit;
    }
    return node - (1 << bits);
  }
}
