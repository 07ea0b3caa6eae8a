// Names of file systems: the disks of the models, the one that each of them understands, and memory.
// Source: Cisco IOS Configuration Fundamentals, "Using the Cisco IOS Integrated File System"

export const PREFIXES: readonly string[] = ['bootflash:', 'disk0:', 'flash0:', 'flash:', 'nvram:', 'system:'];
