/** Records files that the page downloads, without saving them, and revoked addresses, until `restore` is called. */
export function catchFiles() {
  const { createObjectURL, revokeObjectURL } = URL;
  const files: { name: string; blob: Blob; url: string }[] = [];
  const revoked: string[] = [];
  const blobs = new Map<string, Blob>();
  URL.createObjectURL = (blob) => {
    const url = createObjectURL.call(URL, blob);
    blobs.set(url, blob as Blob);
    return url;
  };
  URL.revokeObjectURL = (url) => {
    revoked.push(url);
    revokeObjectURL.call(URL, url);
  };
  const { click } = HTMLAnchorElement.prototype;
  HTMLAnchorElement.prototype.click = function () {
    files.push({ name: this.download, blob: blobs.get(this.href) as Blob, url: this.href });
  };
  const restore = () => {
    Object.assign(URL, { createObjectURL, revokeObjectURL });
    HTMLAnchorElement.prototype.click = click;
  };
  return { files, revoked, restore };
}

/** Makes the page seem to be in a frame, until the returned function is called. */
export function pretendFrame(): () => void {
  const descriptor = Object.getOwnPropertyDescriptor(window, 'parent');
  Object.defineProperty(window, 'parent', { value: {}, configurable: true });
  return () => Object.defineProperty(window, 'parent', descriptor ?? {});
}
