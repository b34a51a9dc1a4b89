package org.linli.community;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The units of a community: those that act, and those that are no more.
record Units(List<Unit> acting, List<Unit> retired) {

    /// @param all in the order of the import
    Units(List<Unit> all) {
        this(
                all.stream().filter(it -> !it.retired()).toList(),
                all.stream().filter(Unit::retired).toList());
    }

    /// Also one that is no more, for what it did.
    Optional<Unit> byId(String unit) {
        return Stream.concat(acting.stream(), retired.stream())
                .filter(it -> it.id().equals(unit))
                .findFirst();
    }

    /// The unit above it: the one that is named, otherwise the desk. Empty above the desk.
    Optional<Unit> above(Unit unit) {
        return unit.parent() != null
                ? byId(unit.parent()).filter(it -> !it.retired()).or(this::desk)
                : desk().filter(it -> !it.id().equals(unit.id()));
    }

    /// The unit that takes what nobody else takes.
    Optional<Unit> desk() {
        return acting.stream().filter(it -> it.kind() == Unit.Kind.DESK).findFirst();
    }
}
