// The README as a page of the registry shows it.

/**
 * The README with absolute addresses instead of those in the package: the registry has no files beside the README, and shows
 * neither their pictures nor their links. unpkg serves the files of every published version.
 * @param {string} text
 * @param {{ name: string, version: string }} version
 */
export const readmeForRegistry = (text, { name, version }) =>
  text.replace(/(\]\(|(?:src|srcset)=")(?![a-z]+:|[#/])/g, (start) => `${start}https://unpkg.com/${name}@${version}/`);
