import os

import pytest

from generator.errors import OutputError
from generator.output import write_file


def test_a_new_file_is_written_with_its_folder(tmp_path):
    target = tmp_path / "新建" / "讲稿.pptx"
    write_file(target, b"deck")
    assert target.read_bytes() == b"deck"
    assert [path.name for path in target.parent.iterdir()] == ["讲稿.pptx"]


def test_a_file_of_somebody_else_is_never_overwritten(tmp_path):
    target = tmp_path / "年报.pptx"
    target.write_bytes(b"somebody's work")
    with pytest.raises(OutputError) as caught:
        write_file(target, b"deck")
    assert caught.value.code == "output_exists"
    assert target.read_bytes() == b"somebody's work"


def test_force_overwrites(tmp_path):
    target = tmp_path / "年报.pptx"
    target.write_bytes(b"old")
    write_file(target, b"new", force=True)
    assert target.read_bytes() == b"new"


def test_a_folder_is_no_target(tmp_path):
    with pytest.raises(OutputError) as caught:
        write_file(tmp_path, b"deck", force=True)
    assert caught.value.code == "output_is_folder"


def test_a_full_disk_leaves_no_half_file(tmp_path, monkeypatch):
    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError) as caught:
        write_file(tmp_path / "讲稿.pptx", b"deck")
    assert caught.value.code == "output_unwritable"
    assert list(tmp_path.iterdir()) == []
