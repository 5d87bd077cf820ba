from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glane.write import OutputError, keep_text, text_name


@pytest.mark.parametrize("document", ["note", "otan/azerbaïdjan", "rapport.v2", "a.txt", "Été 2021, n° 3", "a/b.txt"])
def test_an_id_that_names_a_file_is_the_name(document):
    assert text_name(document) == document


@pytest.mark.parametrize(
    "document",
    [
        "..",
        "../../etc/passwd",
        "/etc/passwd",
        "a/../b",
        "a//b",
        "a/",
        ".hidden",
        ".",
        "a/.b",
        "a\0b",
        "a\nb",
        "a\\b",
        "C:a",
        "100%",
        "https://exemple.org/a?b=c",
        "a.txt/b",
        "a.ann/b",
        "x" * 300,
        "é" * 150,
        "/".join("x" * 600),
    ],
)
def test_an_id_that_names_none_is_written_to_one_place_inside_the_folder(tmp_path, document):
    folder = tmp_path / "texts"
    keep_text(folder, document, "Le Niger\r\n\u2028\U0001f6a2")
    [path] = [one for one in tmp_path.rglob("*") if one.is_file()]
    assert path.parent == folder
    assert not path.name.startswith(".")
    assert path.read_bytes().decode() == "Le Niger\r\n\u2028\U0001f6a2"


_IDS = st.text(st.sampled_from("./%aé\\\n-") | st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)


@given(st.lists(_IDS, min_size=2, max_size=2, unique=True))
def test_no_two_ids_have_one_name_and_none_leads_out(pair):
    one, other = (f"{text_name(document)}.txt" for document in pair)
    assert one != other
    assert not one.startswith(f"{other}/")
    assert not other.startswith(f"{one}/")
    assert not [part for part in one.split("/") if part in ("", ".", "..")]


def test_a_link_in_the_folder_leads_nowhere(tmp_path):
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a").symlink_to(tmp_path)
    with pytest.raises(OutputError, match="leads out of"):
        keep_text(tmp_path / "texts", "a/b", "x")
    assert not (tmp_path / "b.txt").exists()


def test_what_cannot_be_written_is_told_and_leaves_nothing(tmp_path):
    (tmp_path / "texts").write_text("a file")
    with pytest.raises(OutputError, match="cannot be written"):
        keep_text(tmp_path / "texts", "a", "x")
    assert [path.name for path in tmp_path.iterdir()] == ["texts"]
