/** A text of ours as a file. */

/** As a download: it goes to this machine's disk and nowhere else. */
export function saveFile(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text]));
  link.download = name;
  link.click();
  // The download has its own hold on the text by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
