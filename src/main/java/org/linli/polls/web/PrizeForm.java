package org.linli.polls.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.polls.prizes.Prize;

/// A prize as staff gives it. Anything may be missing.
///
/// @param id       made with the empty form, so that a second click gives nothing twice
/// @param proposal its number; 0: none
/// @param resident who is told; may be empty
record PrizeForm(
        @Nullable String id,
        @Nullable String prize,
        @Nullable Integer proposal,
        @Nullable String winner,
        @Nullable String resident,
        @Nullable String reason) {

    private static final int LONGEST_NAME = 30;
    private static final int LONGEST_REASON = 100;

    static PrizeForm empty(UUID id) {
        return new PrizeForm(id.toString(), "", 0, "", "", "");
    }

    /// The fields that are missing or wrong.
    List<String> wrong() {
        var given = given();
        boolean forProposer = given.filter(Prize::isForProposer).isPresent();
        return Stream.of(
                        given.isPresent() && key().isPresent() ? "" : "prize",
                        forProposer && number() == 0 ? "proposal" : "",
                        !forProposer && !isSaid(winner, LONGEST_NAME) ? "winner" : "",
                        isSaid(reason, LONGEST_REASON) ? "" : "reason")
                .filter(it -> !it.isEmpty())
                .toList();
    }

    Optional<UUID> key() {
        try {
            return Optional.of(UUID.fromString(id == null ? "" : id));
        } catch (IllegalArgumentException typed) {
            return Optional.empty();
        }
    }

    Optional<Prize> given() {
        return Prize.ofStaff(prize == null ? "" : prize);
    }

    int number() {
        return proposal == null ? 0 : proposal;
    }

    String named() {
        return said(winner);
    }

    String why() {
        return said(reason);
    }

    String told() {
        return resident == null ? "" : resident;
    }

    private static boolean isSaid(@Nullable String field, int longest) {
        String said = said(field);
        return !said.isEmpty() && said.length() <= longest;
    }

    private static String said(@Nullable String field) {
        return field == null ? "" : field.replaceAll("[\\p{Cntrl}▸]+", " ").strip();
    }

    @Override
    public String toString() {
        return "PrizeForm[]";
    }
}
