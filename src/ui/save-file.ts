/** A text that was handed to the browser as a file. */
export interface SavedFile {
  /** Frees the page's copy of the text, which ends a download that has not begun. */
  readonly release: () => void;
  /** Whether the page may have blocked the download. A frame's `sandbox` attribute can, and the browser reports nothing. */
  readonly isUncertain: boolean;
}

/** Hands a text to the browser as a file. */
export function saveFile(name: string, text: string): SavedFile {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  return { release: () => URL.revokeObjectURL(url), isUncertain: window.parent !== window };
}
