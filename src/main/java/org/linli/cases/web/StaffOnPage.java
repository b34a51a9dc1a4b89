package org.linli.cases.web;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.cases.SpokenTime;
import org.linli.community.StaffMember;

/// Whose work somebody at the desk may arrange: those who see everything that of all, the others that of their unit.
final class StaffOnPage {

    private StaffOnPage() {}

    static Optional<StaffMember> seenBy(AtTheDesk.Look look, @Nullable String member) {
        return Optional.ofNullable(member)
                .flatMap(look.map()::staffMember)
                .filter(it ->
                        look.seesEverything() || it.unit().equals(look.member().unit()));
    }

    /// Somebody else, who sees the same cases.
    static Optional<StaffMember> replacing(AtTheDesk.Look look, StaffMember absent, @Nullable String other) {
        return Optional.ofNullable(other)
                .flatMap(look.map()::staffMember)
                .filter(it -> !it.id().equals(absent.id()))
                .filter(it -> it.unit().equals(absent.unit()) || it.seesEverything());
    }

    static LocalDate today(AtTheDesk.Look look) {
        return LocalDate.ofInstant(look.now(), SpokenTime.ZONE);
    }
}
