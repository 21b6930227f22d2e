/** A container image's name in its parts. */
export interface ImageReference {
  /** Lower case, without the port of https. */
  readonly host: string;
  /** Without host, tag and digest. */
  readonly repository: string;
  readonly tag: string | null;
  readonly digest: string | null;
}

/** Where an image is pulled from that names no host. */
const DOCKER_HUB = 'docker.io';

/**
 * Reads a container image's name: the part before the first slash is a host if it has a dot or a colon, or is
 * `localhost`; else the image is Docker Hub's (github.com/distribution/reference, the grammar in reference.go).
 */
export function parseImage(image: string): ImageReference {
  const name = image.trim().replace(/^https?:\/\//i, '');
  const slash = name.indexOf('/');
  const first = slash < 0 ? '' : name.slice(0, slash);
  const hosted = /[.:]/.test(first) || first.toLowerCase() === 'localhost';
  const path = hosted ? name.slice(slash + 1) : name;
  const [tagged = '', digest = null] = path.split('@');
  const [repository = '', tag = null] = tagged.split(':');
  if (hosted) return { host: first.toLowerCase().replace(/:443$/, ''), repository, tag, digest };
  return {
    host: DOCKER_HUB,
    repository: repository.includes('/') ? repository : `library/${repository}`,
    tag,
    digest,
  };
}
