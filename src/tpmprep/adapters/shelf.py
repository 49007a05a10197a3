"""Entries by id, each made when it is first asked for."""

from collections.abc import Callable, ItemsView, Iterator, Mapping, Sequence, ValuesView
from typing import Any, TypeVar

from tpmprep.adapters.bankcache import Volume

T = TypeVar("T")
_DAMAGED = (OSError, ValueError, KeyError, TypeError)


class Shelf(Mapping[str, T]):
    """The entries of several volumes as one mapping. `make` turns a kept document into its value.

    A volume whose cache turns out to be damaged is read from its file again.
    """

    def __init__(self, volumes: Sequence[Volume], make: Callable[[Any], T]) -> None:
        self._volumes = list(volumes)
        self._make = make
        self._made: dict[str, T] = {}

    def __getitem__(self, entry_id: str) -> T:
        if entry_id not in self._made:
            volume = next((v for v in self._volumes if entry_id in v.rows), None)
            if volume is None:
                raise KeyError(entry_id)
            self._made[entry_id] = self._one(volume, entry_id)
        return self._made[entry_id]

    def __iter__(self) -> Iterator[str]:
        for volume in self._volumes:
            yield from volume.rows

    def __len__(self) -> int:
        return sum(len(volume.rows) for volume in self._volumes)

    def values(self) -> ValuesView[T]:
        """All entries; they are read file by file, not one by one."""
        self._make_all()
        return super().values()

    def items(self) -> ItemsView[str, T]:
        """All ids and entries, read as `values` does."""
        self._make_all()
        return super().items()

    def heads(self) -> Iterator[tuple[str, list[Any]]]:
        """The id of every entry and what filters ask of it, without reading the entries."""
        for volume in self._volumes:
            try:
                heads = volume.heads()
            except _DAMAGED:
                volume.renew()
                heads = volume.heads()
            yield from heads.items()

    def _one(self, volume: Volume, entry_id: str) -> T:
        try:
            return self._make(volume.body(entry_id))
        except _DAMAGED:
            volume.renew()
            return self._make(volume.body(entry_id))

    def _make_all(self) -> None:
        for volume in self._volumes:
            if volume.rows.keys() <= self._made.keys():
                continue
            try:
                made = {name: self._make(body) for name, body in volume.bodies().items()}
            except _DAMAGED:
                volume.renew()
                made = {name: self._make(body) for name, body in volume.bodies().items()}
            self._made.update(made)
