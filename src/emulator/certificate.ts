/** A certificate for loopback, made in memory and never written to disk. */
export interface LoopbackCertificate {
  /** PEM; signed by its own key, so a client trusts it by taking this very certificate as its authority. */
  readonly certificate: string;
  /** PEM (PKCS #8). */
  readonly privateKey: string;
}

const DAY = 24 * 60 * 60 * 1000;

/**
 * Makes a certificate that is valid for `localhost` and `127.0.0.1`, from yesterday (a clock that was just set
 * back must not refuse it) until tomorrow. The key is on an elliptic curve: an RSA key takes several times as
 * long to make.
 */
export async function makeCertificate(): Promise<LoopbackCertificate> {
  // Loaded here, since the package costs more time to load than the rest of the server together.
  // Its default export is what Node and a bundle agree on: the package is a CommonJS module.
  const { default: selfsigned } = await import('selfsigned');
  const now = Date.now();
  const made = await selfsigned.generate([{ name: 'commonName', value: 'isocheck emulator' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: new Date(now - DAY),
    notAfterDate: new Date(now + DAY),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyCertSign: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { certificate: made.cert, privateKey: made.private };
}
