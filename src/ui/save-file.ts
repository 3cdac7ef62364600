/** A text that was passed to the browser as a file. */
export interface SavedFile {
  /** Frees the page's copy of the text. A download that has not begun then fails. */
  readonly release: () => void;
  /** Whether the page may have blocked the download. A frame's `sandbox` attribute can, and the browser reports nothing. */
  readonly isUncertain: boolean;
}

/** Passes a text to the browser as a file. */
export function saveFile(name: string, text: string): SavedFile {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  return { release: () => URL.revokeObjectURL(url), isUncertain: window.parent !== window };
}
