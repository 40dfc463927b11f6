"""A name becomes the place of something that ships with the package: criteria, maps, vocabularies, samples.

The installed package is looked in first, then the folder beside it, so that a wheel and a bare checkout
both work.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

__all__ = [
    "bundled_list",
    "bundled_lists",
    "bundled_set",
    "bundled_sets",
    "bundled_source",
    "bundled_sources",
    "bundled_vocabularies",
    "bundled_vocabulary",
    "sample",
    "shelf",
]


def shelf(name: str) -> Traversable:
    """Give a folder that ships with the package.

    Parameters
    ----------
    name
        ``criteria`` or ``sample_programs``.

    Raises
    ------
    FileNotFoundError
        The package was taken apart: the folder is neither in it nor beside it.

    Examples
    --------
    >>> shelf("criteria").name
    'criteria'
    >>> shelf("cupboard")
    Traceback (most recent call last):
    FileNotFoundError: this installation lacks its folder "cupboard"
    """
    inside = files("decision").joinpath(name)
    if inside.is_dir():
        return inside
    beside = Path(__file__).resolve().parents[2] / name
    if beside.is_dir():
        return beside
    raise FileNotFoundError(f'this installation lacks its folder "{name}"')


def sample(name: str) -> bytes:
    """Give a table of programs that ships with the package.

    Parameters
    ----------
    name
        ``massachusetts``, 36 real programs, or ``invented``, where every feature shows.

    Returns
    -------
    bytes
        A CSV file, to be given to `decide` or `read_programs`.

    Raises
    ------
    FileNotFoundError
        No such sample ships.

    Examples
    --------
    >>> sample("massachusetts").splitlines()[0].split(b",")[:3]
    [b'program', b'school', b'city']
    """
    return shelf("sample_programs").joinpath(f"{name}.csv").read_bytes()


def bundled_sets() -> tuple[str, ...]:
    """Give the names of the criteria sets that ship with the package, in alphabetical order."""
    return _yaml_names(shelf("criteria"))


def bundled_set(name: str) -> Traversable:
    """Give the file of one criteria set that ships with the package.

    Parameters
    ----------
    name
        One of `bundled_sets`.
    """
    return shelf("criteria").joinpath(f"{name}.yaml")


def bundled_sources() -> tuple[str, ...]:
    """Give the names of the maps of sources that ship with the package, in alphabetical order."""
    return _yaml_names(shelf("criteria").joinpath("sources"))


def bundled_source(name: str) -> Traversable:
    """Give the file of one map of a source that ships with the package.

    Parameters
    ----------
    name
        One of `bundled_sources`.
    """
    return shelf("criteria").joinpath("sources", f"{name}.yaml")


def bundled_vocabularies() -> tuple[str, ...]:
    """Give the names of the vocabularies that ship with the package, in alphabetical order."""
    return _yaml_names(shelf("criteria").joinpath("vocabularies"))


def bundled_vocabulary(name: str) -> Traversable:
    """Give the file of one vocabulary that ships with the package.

    Parameters
    ----------
    name
        One of `bundled_vocabularies`.
    """
    return shelf("criteria").joinpath("vocabularies", f"{name}.yaml")


def bundled_lists(folder: str) -> tuple[str, ...]:
    """Give the names of the lists that ship in a folder of the criteria, in alphabetical order.

    Parameters
    ----------
    folder
        ``costs`` or ``aid``.

    Examples
    --------
    >>> bundled_lists("aid")
    ('federal', 'massachusetts')
    """
    return _yaml_names(shelf("criteria").joinpath(folder))


def bundled_list(folder: str, name: str) -> Traversable:
    """Give the file of one list that ships in a folder of the criteria.

    Parameters
    ----------
    folder
        ``costs`` or ``aid``.
    name
        One of `bundled_lists`.
    """
    return shelf("criteria").joinpath(folder, f"{name}.yaml")


def _yaml_names(folder: Traversable) -> tuple[str, ...]:
    names = (entry.name for entry in folder.iterdir() if entry.is_file())
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))
