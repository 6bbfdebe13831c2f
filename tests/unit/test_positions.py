from __future__ import annotations

from pytest_modelgate.positions import key_lines

TEXT = '''\
# comment = 1
title = "a # no comment"  # but = this
"quoted.key" = 'x'
a.b = """
c = 1
[not.a.table]
"""

[one]
list = [
  1.5, "two", [ "deep" ],

  { name = "x", more = { inner = 1 } }, 2027-01-14,
]
after = true
[ one . two ]
x = {y = [1,
  2]}
[[many]]
k = 1
[[many]]
k = 2
[many.sub]
z = \'\'\'
[[many]] \'\'\'
[[many.deep]]
q = 1
'''


def test_every_key_table_and_item_has_its_line() -> None:
    assert key_lines(TEXT) == {
        ("title",): 2,
        ("quoted.key",): 3,
        ("a",): 4,
        ("a", "b"): 4,
        ("one",): 9,
        ("one", "list"): 10,
        ("one", "list", 0): 11,
        ("one", "list", 1): 11,
        ("one", "list", 2): 11,
        ("one", "list", 2, 0): 11,
        ("one", "list", 3): 13,
        ("one", "list", 3, "name"): 13,
        ("one", "list", 3, "more"): 13,
        ("one", "list", 3, "more", "inner"): 13,
        ("one", "list", 4): 13,
        ("one", "after"): 15,
        ("one", "two"): 16,
        ("one", "two", "x"): 17,
        ("one", "two", "x", "y"): 17,
        ("one", "two", "x", "y", 0): 17,
        ("one", "two", "x", "y", 1): 18,
        ("many",): 19,
        ("many", 0): 19,
        ("many", 0, "k"): 20,
        ("many", 1): 21,
        ("many", 1, "k"): 22,
        ("many", 1, "sub"): 23,
        ("many", 1, "sub", "z"): 24,
        ("many", 1, "deep"): 26,
        ("many", 1, "deep", 0): 26,
        ("many", 1, "deep", 0, "q"): 27,
    }


def test_nothing_has_no_lines() -> None:
    assert key_lines("") == {}
    assert key_lines("\n# only = a comment") == {}
