import { inflateRawSync } from 'node:zlib';

/** The files of a zip file, by path. */
export function unzip(zip: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  const end = zip.length - 22; // Without a comment after it, the last entry has this length.
  for (let at = zip.readUInt32LE(end + 16); at < end; ) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const name = zip.toString('utf8', at + 46, at + 46 + Number(nameLength));
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const content = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    files.set(name, zip.readUInt16LE(at + 10) === 0 ? content : inflateRawSync(content));
    at += 46 + Number(nameLength) + Number(extraLength) + Number(commentLength);
  }
  return files;
}
