/** Hands a text over as a file, made in the page. Answers how to let go of it, which ends the download's own copy. */
export function saveFile(name: string, text: string): () => void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  return () => URL.revokeObjectURL(url);
}
