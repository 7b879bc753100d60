/**
 * A file's path as a URI reference (RFC 3986): relative as it is, absolute as `file:`. Every character that is not
 * allowed there, and halves of surrogate pairs, are escaped or replaced.
 *
 * @param path with slashes.
 */
export function fileUri(path: string): string {
  const uri = path
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map((part) => encodeURIComponent(part))
    .join('/');
  if (path.startsWith('/')) return `file://${uri}`;
  // A Windows drive.
  return /^[a-z]:\//i.test(path) ? `file:///${path.slice(0, 2)}${uri.slice(4)}` : uri;
}
