"""Compressed streams: unpacked and packed piece by piece; what is cut off or damaged is said, after all before it."""

import gzip
import random
from collections.abc import Callable
from io import BytesIO

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.errors import BadCompression
from gazetteer.tabular.compression import Compression, compressed, compression_named, compression_of, unpacked

LINES = b"".join(b"%d,Kiev %d\n" % (number, random.Random(number).randrange(10**6)) for number in range(200_000))
BOTH = list(Compression)


def pack(how: Compression, content: bytes) -> bytes:
    """As the libraries of others pack it."""
    return gzip.compress(content) if how == Compression.GZIP else zstandard.ZstdCompressor().compress(content)


def unpack(how: Compression, content: bytes) -> bytes:
    if how == Compression.GZIP:
        return gzip.decompress(content)
    return zstandard.ZstdDecompressor().stream_reader(BytesIO(content), read_across_frames=True).read()


def lines_before_the_fault(data: bytes, how: Compression) -> tuple[list[bytes], str]:
    stream, found = unpacked(BytesIO(data).read, how), list[bytes]()
    with pytest.raises(BadCompression) as fault:
        found.extend(iter(stream.readline, b""))
    return found, str(fault.value)


@pytest.mark.parametrize("how", BOTH)
def test_what_others_packed_is_read(how: Compression) -> None:
    data = pack(how, LINES)
    assert compression_of(data) is how
    assert unpacked(BytesIO(data).read, how).read() == LINES
    source = BytesIO(data)
    assert unpacked(lambda _: source.read(7), how).readlines() == LINES.splitlines(keepends=True)


@pytest.mark.parametrize("how", BOTH)
def test_others_read_what_was_packed_and_it_is_the_same_each_time(how: Compression) -> None:
    made = []
    for _ in range(2):
        out = BytesIO()
        with compressed(out, how) as stream:
            for at in range(0, len(LINES), 99_999):
                stream.write(LINES[at : at + 99_999])
        made.append(out.getvalue())
    assert unpack(how, made[0]) == LINES
    assert made[0] == made[1]


@pytest.mark.parametrize("how", BOTH)
def test_files_put_one_behind_another_are_read_as_one(how: Compression) -> None:
    data = pack(how, b"a") + pack(how, b"") + pack(how, LINES)
    assert unpacked(BytesIO(data).read, how).read() == b"a" + LINES


def test_zeros_behind_gzip_and_notes_before_zstandard_are_nothing() -> None:
    assert unpacked(BytesIO(pack(Compression.GZIP, b"a") + bytes(5000)).read, Compression.GZIP).read() == b"a"
    note = b"\x50\x2a\x4d\x18\x03\x00\x00\x00abc"
    data = note + pack(Compression.ZSTANDARD, b"a")
    assert compression_of(data) == Compression.ZSTANDARD
    assert unpacked(BytesIO(data).read, Compression.ZSTANDARD).read() == b"a"


@pytest.mark.parametrize("how", BOTH)
@pytest.mark.parametrize("share", [0.3, 0.9, 1.0])
def test_a_file_cut_off_is_an_error_behind_its_whole_lines(how: Compression, share: float) -> None:
    data = pack(how, LINES)
    found, said = lines_before_the_fault(data[: int(len(data) * share) - 1], how)
    assert b"".join(found) == LINES[: len(b"".join(found))]
    assert len(found) > 200_000 * (share - 0.3)
    assert said.startswith("The file is cut off: its ")
    assert said.endswith("Copy or download it again, whole.")


@pytest.mark.parametrize("how", BOTH)
def test_a_file_with_a_wrong_byte_is_an_error(how: Compression) -> None:
    data = bytearray(pack(how, LINES))
    data[-3] ^= 0xFF
    if how == Compression.ZSTANDARD:
        data = bytearray(b"".join((pack(how, LINES[:1000]), bytes(data[:9]), b"\xff" * 20)))
    found, said = lines_before_the_fault(bytes(data), how)
    assert len(found) > 10
    assert said.startswith("The file is damaged")


@pytest.mark.parametrize("how", BOTH)
def test_what_stands_behind_the_end_is_an_error(how: Compression) -> None:
    found, said = lines_before_the_fault(pack(how, b"a\n") + b"something", how)
    assert found == [b"a\n"]
    assert said.startswith("Something stands behind")


@pytest.mark.parametrize("how", BOTH)
def test_a_fault_is_said_again_to_who_asks_again(how: Compression) -> None:
    stream = unpacked(BytesIO(pack(how, LINES)[:-5]).read, how)
    for _ in range(3):
        with pytest.raises(BadCompression):
            list(iter(lambda: stream.read(1 << 20), b""))


@pytest.mark.parametrize("how", BOTH)
def test_reads_in_pieces_give_all_before_the_fault(how: Compression) -> None:
    stream, got = unpacked(BytesIO(pack(how, LINES)[:-1]).read, how), list[bytes]()
    with pytest.raises(BadCompression):
        got.extend(iter(lambda: stream.read(1 << 20), b""))
    assert LINES.startswith(b"".join(got))
    assert len(b"".join(got)) > 0.95 * len(LINES)


@pytest.mark.parametrize("how", BOTH)
def test_an_end_is_not_written_after_an_error(how: Compression) -> None:
    out = BytesIO()

    def write() -> None:
        with compressed(out, how) as stream:
            stream.write(LINES)
            raise KeyError

    with pytest.raises(KeyError):
        write()
    with pytest.raises(BadCompression):
        unpacked(BytesIO(out.getvalue()).read, how).read()


@pytest.mark.parametrize("how", BOTH)
def test_what_unpacks_to_very_much_is_unpacked_bit_by_bit(how: Compression) -> None:
    stream = unpacked(BytesIO(pack(how, bytes(200_000_000))).read, how)
    assert len(stream.read(100)) == 100


def test_names_tell_the_compression() -> None:
    assert compression_named("a.csv.GZ") == ("a.csv", Compression.GZIP)
    assert compression_named("a.csv.zst") == ("a.csv", Compression.ZSTANDARD)
    assert compression_named("a.csv") == ("a.csv", None)
    assert compression_named("gz") == ("gz", None)


@pytest.mark.parametrize("make", [bytes, lambda: b"name,cc\n", lambda: b"PK\x03\x04", lambda: b"\x1f\x8b"])
def test_what_is_not_compressed_is_told(make: Callable[[], bytes]) -> None:
    assert compression_of(make()) is None


@given(st.binary(), st.sampled_from(BOTH), st.lists(st.integers(0, 9), max_size=20))
def test_whatever_is_packed_comes_back(content: bytes, how: Compression, cuts: list[int]) -> None:
    out = BytesIO()
    with compressed(out, how) as stream:
        for cut in cuts:
            stream.write(content[:cut])
        stream.write(content)
    wanted = b"".join(content[:cut] for cut in cuts) + content
    assert unpacked(BytesIO(out.getvalue()).read, how).read() == wanted
