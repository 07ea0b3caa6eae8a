// Text as bytes, UTF-8 (RFC 3629). The core has no TextEncoder.

/** A lone surrogate, which no encoding has, becomes U+FFFD. */
export function utf8(text: string): Uint8Array {
  const escaped = encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /%([0-9A-F]{2})/g,
    (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Uint8Array.from(escaped, (char) => char.charCodeAt(0));
}
