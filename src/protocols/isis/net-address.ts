// NETs, areas, system IDs and what is built on them, as texts of fixed width whose order is that of their bytes.
// ISO 10589 §7.1.1, §9.8

import type { Branded } from '../../base/brand.ts';
import { fromHex } from '../../base/bytes.ts';
import { must } from '../../base/must.ts';

/** `0000.0000.0001` */
export type SystemId = Branded<string, 'SystemId'>;
/** A system, or a pseudonode that one of its circuits gave a number other than zero: `0000.0000.0001.00`. */
export type NodeId = Branded<string, 'NodeId'>;
/** A node and the number of its LSP: `0000.0000.0001.00-00`. */
export type LspId = Branded<string, 'LspId'>;
/** `49.0001`; 1 to 13 bytes. */
export type AreaAddress = Branded<string, 'AreaAddress'>;

/** A network entity title. */
export interface NetAddress {
  readonly area: AreaAddress;
  readonly system: SystemId;
}

export const SYSTEM_LENGTH = 6;
const MAX_AREA = 13;

const HEX: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const hexOf = (bytes: Uint8Array, at: number): string => HEX[bytes[at] as number] as string;

export const FIRST_LSP = '0000.0000.0000.00-00' as LspId;
export const LAST_LSP = 'ffff.ffff.ffff.ff-ff' as LspId;

/** The six bytes at an offset. */
export function systemAt(bytes: Uint8Array, at: number): SystemId {
  const high = `${hexOf(bytes, at)}${hexOf(bytes, at + 1)}`;
  const middle = `${hexOf(bytes, at + 2)}${hexOf(bytes, at + 3)}`;
  return `${high}.${middle}.${hexOf(bytes, at + 4)}${hexOf(bytes, at + 5)}` as SystemId;
}

/** The seven bytes at an offset. */
export const nodeAt = (bytes: Uint8Array, at: number): NodeId =>
  `${systemAt(bytes, at)}.${hexOf(bytes, at + 6)}` as NodeId;

/** The eight bytes at an offset. */
export const lspIdAt = (bytes: Uint8Array, at: number): LspId =>
  `${nodeAt(bytes, at)}-${hexOf(bytes, at + 7)}` as LspId;

export const nodeOf = (system: SystemId, pseudonode = 0): NodeId => `${system}.${HEX[pseudonode]}` as NodeId;
export const lspIdOf = (node: NodeId, fragment: number): LspId => `${node}-${HEX[fragment]}` as LspId;

export const systemOf = (id: NodeId | LspId): SystemId => id.slice(0, 14) as SystemId;
export const nodeOfLsp = (id: LspId): NodeId => id.slice(0, 17) as NodeId;
export const pseudonodeOf = (id: NodeId | LspId): number => Number.parseInt(id.slice(15, 17), 16);
export const fragmentOf = (id: LspId): number => Number.parseInt(id.slice(18, 20), 16);

/** Six, seven or eight bytes. */
export function idBytes(id: SystemId | NodeId | LspId): Uint8Array {
  const bytes = fromHex(id.replace(/[.-]/g, ''));
  must(bytes, `${id} is no identifier`);
  return bytes;
}

/** The first byte, then groups of two: `49.0001`, `47.0005.80`. */
export function areaText(bytes: Uint8Array): AreaAddress {
  let text = '';
  for (let i = 0; i < bytes.length; i++) text += (i % 2 === 1 ? '.' : '') + hexOf(bytes, i);
  return text as AreaAddress;
}

export function areaBytes(area: AreaAddress): Uint8Array {
  const bytes = fromHex(area.replaceAll('.', ''));
  must(bytes && bytes.length > 0, `${area} is no area`);
  return bytes;
}

/**
 * `49.0001.0000.0000.0001.00`: area, system, selector, each byte as two hex digits, dots anywhere between bytes.
 * Undefined: no NET, or its selector is not zero (ISO 10589 §7.1.1).
 */
export function parseNet(text: string): NetAddress | undefined {
  if (!/^[0-9a-f]{2}(\.?[0-9a-f]{2})*$/i.test(text)) return undefined;
  const bytes = fromHex(text.replaceAll('.', ''));
  if (!bytes) return undefined;
  const area = bytes.length - SYSTEM_LENGTH - 1;
  if (area < 1 || area > MAX_AREA || bytes[bytes.length - 1] !== 0) return undefined;
  return { area: areaText(bytes.subarray(0, area)), system: systemAt(bytes, area) };
}

/** `49.0001.0000.0000.0001.00` */
export const netText = (net: NetAddress): string => `${net.area}.${net.system}.00`;
