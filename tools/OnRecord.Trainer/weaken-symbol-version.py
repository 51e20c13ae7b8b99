"""Marks one needed symbol version of an ELF file as weak, in place, so that the loader takes an older library.

    weaken-symbol-version.py FILE VERSION

The entry is found in .gnu.version_r (System V ABI, "Symbol Versioning"): a chain of Verneed records, each with a chain
of Vernaux records (hash, flags, other, name, next). VER_FLG_WEAK is 2.
"""
import struct
import sys

VERNEED_SECTION = 0x6FFFFFFE
WEAK = 2


def sections(data):
    offset, = struct.unpack_from("<Q", data, 0x28)
    size, count = struct.unpack_from("<HH", data, 0x3A)
    return [struct.unpack_from("<IIQQQQIIQQ", data, offset + i * size) for i in range(count)]


def needed_versions(data):
    """Offset and name of each Vernaux record."""
    table = sections(data)
    for section in table:
        if section[1] != VERNEED_SECTION:
            continue
        names, need = table[section[6]][4], section[4]
        while True:
            _, count, _, first, following = struct.unpack_from("<HHIII", data, need)
            entry = need + first
            for _ in range(count):
                _, _, _, name, step = struct.unpack_from("<IHHII", data, entry)
                yield entry, data[names + name:data.index(0, names + name)].decode()
                entry += step
            if not following:
                break
            need += following


def main(path, version):
    with open(path, "rb") as file:
        data = bytearray(file.read())
    for entry, name in needed_versions(data):
        if name == version:
            flags, = struct.unpack_from("<H", data, entry + 4)
            struct.pack_into("<H", data, entry + 4, flags | WEAK)
    with open(path, "wb") as file:
        file.write(data)


main(*sys.argv[1:])
