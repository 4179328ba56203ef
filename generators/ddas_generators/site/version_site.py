"""What the pages of one version need to know: its model, the other versions, its files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ddas.comparison.compare import Comparison, compare
from ddas.comparison.history import Past, find_predecessors, past_of
from ddas.describing.field_rows import FieldGroup, list_field_groups
from ddas.rules.kinds import iter_typed_fields
from ddas.standard.json_paths import list_json_paths
from ddas.standard.matching import match_versions
from ddas.standard.specification import Attribute, ObjectType, Phase, Rule, Specification
from ddas.standard.status import Status
from ddas.standard.wire_tree import Node, WireTree, build_wire_tree
from ddas_generators.site.addresses import address_by_name

__all__ = ["FieldElsewhere", "SiteFile", "VersionSite", "current_version", "describe_files", "read_site_files"]


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A generated file. ``path``: below the folder of the version; ``size`` in bytes; ``digest``: SHA-256, hex."""

    path: str
    size: int
    digest: str


@dataclass(frozen=True, slots=True)
class FieldElsewhere:
    """The same field in another version."""

    specification: Specification
    object_type: ObjectType
    attribute: Attribute


@dataclass(frozen=True)
class VersionSite:
    """One version among ``versions`` (all versions of all domains, itself included). Derived facts are made once.

    ``kinds``: the kinds of rules that have a page on the root.
    """

    specification: Specification
    versions: tuple[Specification, ...]
    files: tuple[SiteFile, ...] = ()
    kinds: frozenset[str] = frozenset()

    @cached_property
    def family(self) -> tuple[Specification, ...]:
        """All versions of this domain, oldest first."""
        own = (v for v in self.versions if v.domain.name == self.specification.domain.name)
        return tuple(sorted(own, key=lambda v: v.id.version))

    @cached_property
    def current(self) -> Specification | None:
        """The version in force of this domain."""
        return current_version(self.family)

    @cached_property
    def predecessors(self) -> tuple[Specification, ...]:
        """The versions before this one, oldest first."""
        return find_predecessors(self.specification, self.versions)

    @cached_property
    def past(self) -> Past:
        """What changed since the predecessor, and the history of each field."""
        return past_of((*self.predecessors, self.specification))

    @cached_property
    def comparisons(self) -> tuple[Comparison, ...]:
        """What changed since each earlier version but the last one, newest first."""
        return tuple(compare(old, self.specification) for old in reversed(self.predecessors[:-1]))

    @cached_property
    def field_groups(self) -> tuple[FieldGroup, ...]:
        """Every field under its phase, in the words of the overview."""
        return list_field_groups(self.specification, self.past.history)

    @cached_property
    def files_by_path(self) -> Mapping[str, SiteFile]:
        """Path below the folder of the version → file."""
        return {file.path: file for file in self.files}

    @cached_property
    def phase_by_code(self) -> Mapping[str, Phase]:
        """The phases of the process."""
        return {phase.code: phase for phase in self.specification.phases}

    @cached_property
    def uses(self) -> Mapping[str, tuple[tuple[ObjectType, Attribute], ...]]:
        """Name of a code list, data type or object type → the fields that hold it."""
        found: dict[str, list[tuple[ObjectType, Attribute]]] = {}
        for object_type, attribute in self.specification.iter_attributes():
            data_type = self.specification.data_type(attribute.range)
            for name in dict.fromkeys((attribute.range, data_type.code_list if data_type else None)):
                if name is not None:
                    found.setdefault(name, []).append((object_type, attribute))
        return {name: tuple(fields) for name, fields in found.items()}

    @cached_property
    def nodes_by_field(self) -> Mapping[str, tuple[Node, ...]]:
        """``ObjectType.attribute`` → its places in a delivery."""
        found: dict[str, list[Node]] = {}
        for steps, owner in _owners(self.specification).items():
            found.setdefault(_key(owner), []).append(self.tree.nodes[steps])
        return {name: tuple(nodes) for name, nodes in found.items()}

    @cached_property
    def tree(self) -> WireTree:
        """All fields of a delivery."""
        return build_wire_tree(self.specification)

    @cached_property
    def paths(self) -> dict[str, tuple[str, ...]]:
        """Name of object type → where it stands in JSON."""
        return list_json_paths(self.specification)

    @cached_property
    def addresses(self) -> dict[str, str]:
        """Name of everything with an address → the address."""
        return address_by_name(self.specification)

    @cached_property
    def element_pages(self) -> Mapping[str, frozenset[str]]:
        """Code of each version of the domain → the addresses of the pages of its parts."""
        return {v.id.code: frozenset(a.partition("#")[0] for a in address_by_name(v).values()) for v in self.family}

    @cached_property
    def rules_by_field(self) -> Mapping[str, tuple[Rule, ...]]:
        """``ObjectType.attribute`` → the rules that read it; a rule by type counts for each field of the type."""
        found: dict[str, list[Rule]] = {}
        for rule in self.specification.rules:
            names = set(rule.fields)
            for scope in rule.scopes:
                typed = iter_typed_fields(rule, scope, self.specification)
                names |= {f"{scope}.{path.attribute.name}" for path in typed}
            for object_type, attribute in self.specification.iter_attributes():
                name = f"{object_type.name}.{attribute.name}"
                if name in names or rule.id in attribute.enforced_by:
                    found.setdefault(name, []).append(rule)
        return {name: tuple(rules) for name, rules in found.items()}

    @cached_property
    def elsewhere(self) -> Mapping[str, tuple[FieldElsewhere, ...]]:
        """``ObjectType.attribute`` → the same field in each other version of the domain, oldest first."""
        found: dict[str, list[FieldElsewhere]] = {}
        for other in self.family:
            if other is self.specification:
                continue
            fields = match_versions(self.specification, other, self._between(other)).fields
            owners = _owners(other)
            for steps, owner in _owners(self.specification).items():
                target = fields.get(steps)
                if target is None or any(e.specification is other for e in found.get(_key(owner), ())):
                    continue
                object_type, attribute = owners[target]
                found.setdefault(_key(owner), []).append(FieldElsewhere(other, object_type, attribute))
        return {name: tuple(places) for name, places in found.items()}

    def _between(self, other: Specification) -> tuple[Specification, ...]:
        low, high = sorted((self.specification, other), key=lambda v: v.id.version)
        inside = tuple(v for v in self.family if low.id.version < v.id.version < high.id.version)
        return inside if low is self.specification else tuple(reversed(inside))


def current_version(versions: Iterable[Specification]) -> Specification | None:
    """The newest adopted version of these."""
    adopted = [v for v in versions if v.status is Status.ADOPTED]
    return max(adopted, key=lambda v: v.id.version, default=None)


def read_site_files(folder: Path) -> dict[str, bytes]:
    """Every generated file below the folder of a version: path → content, by path."""
    paths = sorted(p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def describe_files(files: Mapping[str, bytes]) -> tuple[SiteFile, ...]:
    """The same files with their size and digest."""
    return tuple(SiteFile(path, len(made), hashlib.sha256(made).hexdigest()) for path, made in files.items())


def _owners(specification: Specification) -> dict[tuple[str, ...], tuple[ObjectType, Attribute]]:
    """Steps of each field → its object type and itself."""
    tree = build_wire_tree(specification)
    found = {}
    for steps, node in tree.nodes.items():
        parent = tree.nodes[steps[:-1]].object_type if len(steps) > 1 else specification.root_type
        if parent is not None:
            found[steps] = (parent, node.attribute)
    return found


def _key(owner: tuple[ObjectType, Attribute]) -> str:
    return f"{owner[0].name}.{owner[1].name}"
