"""The order in which .NET's sort leaves equal items, and values that only the operators can compare."""

import random

from cmdlets.powershell.comparing import compare_values, introsort, sort_keys


def _by(key):  # type: ignore[no-untyped-def]
    return lambda first, second: (key(first) > key(second)) - (key(first) < key(second))


def test_equal_items_end_up_where_dotnet_leaves_them() -> None:
    numbers = list(range(1, 21))
    introsort(numbers, _by(lambda number: number % 3))
    assert numbers == [18, 3, 15, 6, 12, 9, 1, 16, 13, 10, 7, 4, 19, 11, 8, 14, 5, 17, 2, 20]


def test_sixteen_items_keep_the_order_of_equal_ones() -> None:
    numbers = list(range(16))
    introsort(numbers, _by(lambda number: number % 2))
    assert numbers == [*range(0, 16, 2), *range(1, 16, 2)]


def test_any_list_is_sorted() -> None:
    chance = random.Random(1)
    for size in (0, 1, 2, 3, 17, 100, 5000):
        numbers = [chance.randrange(size // 2 + 1) for _ in range(size)]
        wanted = sorted(numbers)
        introsort(numbers, _by(lambda number: number))
        assert numbers == wanted


def test_a_list_that_defeats_the_pivot_falls_back_to_the_heap() -> None:
    size = 2000
    numbers = [number if number % 2 else size - number for number in range(size)]
    wanted = sorted(numbers)
    introsort(numbers, _by(lambda number: number))
    assert numbers == wanted


def test_values_of_different_types_follow_the_left_one() -> None:
    assert compare_values(10, "9") > 0
    assert compare_values("10", 9) < 0
    assert compare_values(None, None) == 0
    assert compare_values(None, 1) < 0


def test_keys_exist_for_one_kind_of_values_only() -> None:
    assert sort_keys([3, 1.5], False) == [3, 1.5]
    assert sort_keys(["b", "A"], False) == ["b", "a"]
    assert sort_keys([1, "a"], False) is None
    assert sort_keys([float("nan"), 1.0], False) is None
