"""Lint: faults of a model with file and line, in Dutch. The checks, in one visible list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from ddas_generators.lint.annotations import check_personal_data, check_phases, check_sources, check_vocabulary
from ddas_generators.lint.borrowed import check_borrowed_texts
from ddas_generators.lint.characters import check_characters, check_spaces
from ddas_generators.lint.definitions import check_definitions
from ddas_generators.lint.examples import check_examples
from ddas_generators.lint.fault import Fault
from ddas_generators.lint.files import check_declaration_files, check_example_files, check_files, check_identity
from ddas_generators.lint.finding import LintFinding
from ddas_generators.lint.labels import check_labels
from ddas_generators.lint.linkml_faults import check_linkml
from ddas_generators.lint.lint_model import LintModel, read_lint_model
from ddas_generators.lint.names import check_codes, check_collisions, check_search_words, check_spelling
from ddas_generators.lint.obligations import check_conditions, check_enforcement, check_grounds, check_obligations
from ddas_generators.lint.practice import check_practice_records
from ddas_generators.lint.provenance import check_name_sources, check_purposes
from ddas_generators.lint.ranks_and_uris import check_ranks, check_uris
from ddas_generators.lint.record_lists import check_fields, check_next_phases, check_record_ids, check_record_shapes
from ddas_generators.lint.rule_paths import check_rule_paths
from ddas_generators.lint.rule_records import (
    check_rule_cases,
    check_rule_parameters,
    check_rule_shapes,
    check_rule_silences,
)
from ddas_generators.lint.similarity import check_same_as, check_similarity
from ddas_generators.lint.structure import (
    check_closedness,
    check_exchange,
    check_items,
    check_keys,
    check_ranges,
    check_root,
    check_subsets,
)
from ddas_generators.lint.study import check_study
from ddas_generators.lint.told_elsewhere import check_named_rules, check_own_readings, check_unused_fields
from ddas_generators.lint.types import check_types
from ddas_generators.lint.whole_model import find_faults_of_whole
from ddas_generators.model.register import RegisteredVersion
from ddas_generators.model.unsealed import list_missing_seals

__all__ = ["CHECKS", "Fault", "LintFinding", "lint"]

CHECKS: tuple[Callable[[LintModel], Iterator[LintFinding]], ...] = (
    check_definitions,
    check_similarity,
    check_same_as,
    check_labels,
    check_borrowed_texts,
    check_vocabulary,
    check_sources,
    check_name_sources,
    check_phases,
    check_personal_data,
    check_purposes,
    check_obligations,
    check_conditions,
    check_enforcement,
    check_grounds,
    check_spelling,
    check_collisions,
    check_codes,
    check_search_words,
    check_keys,
    check_root,
    check_ranges,
    check_subsets,
    check_exchange,
    check_closedness,
    check_items,
    check_ranks,
    check_uris,
    check_types,
    check_study,
    check_examples,
    check_record_shapes,
    check_record_ids,
    check_fields,
    check_next_phases,
    check_rule_shapes,
    check_rule_parameters,
    check_rule_paths,
    check_rule_silences,
    check_rule_cases,
    check_practice_records,
    check_files,
    check_identity,
    check_example_files,
    check_declaration_files,
    check_characters,
    check_spaces,
    check_named_rules,
    check_own_readings,
    check_unused_fields,
    check_linkml,
)


def lint(root: Path, version: RegisteredVersion) -> tuple[LintFinding, ...]:
    """All faults of one version's model in the checkout ``root``, by place; empty when there are none.

    Deliveries are checked last, with a model without other faults: those of a broken one say nothing.

    Raises:
        ModelError: a file is missing or is not YAML, so that nothing can be said about the rest.
    """
    model = read_lint_model(root, version)
    left_out = {f for f in check_files(model) if f.location.file.endswith(".yaml")}
    if left_out:  # what it holds is missed everywhere
        return tuple(sorted(left_out))
    findings = {finding for check in CHECKS for finding in check(model)} | _find_missing_seals(root, version)
    return tuple(sorted(findings or find_faults_of_whole(model, version)))


def _find_missing_seals(root: Path, version: RegisteredVersion) -> set[LintFinding]:
    return {
        LintFinding(location=missing.location, subject=missing.code, id=Fault.SEAL_MISSING, message=missing.message)
        for missing in list_missing_seals(root)
        if missing.code == version.id.code
    }
