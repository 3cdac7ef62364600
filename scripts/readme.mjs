// The README for the package's page in the registry.

/**
 * Replaces the relative addresses of the README by absolute ones: the registry's page cannot show pictures, or follow
 * links, from files of the package. unpkg serves the files of every published version.
 * @param {string} text
 * @param {{ name: string, version: string }} version
 */
export const readmeForRegistry = (text, { name, version }) =>
  text.replace(/(\]\(|(?:src|srcset)=")(?![a-z]+:|[#/])/g, (start) => `${start}https://unpkg.com/${name}@${version}/`);
