package org.linli.polls.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.platform.words.SaidTime;
import org.linli.polls.rounds.Verdict;

/// What staff does about one proposal, objection or age, as it was typed. Anything may be missing or wrong.
///
/// @param of       the number of the proposal, objection or question to proposers
/// @param item     the number of the proposal that an objection takes out
/// @param sources  numbers of what is merged or split
/// @param titles   what becomes of it, one a line
/// @param resident whose age was seen
/// @param born     the birthday that was seen
record RoundAct(
        @Nullable String of,
        @Nullable String title,
        @Nullable String cost,
        @Nullable String words,
        @Nullable String unit,
        @Nullable String verdict,
        @Nullable String item,
        @Nullable String sources,
        @Nullable String titles,
        @Nullable String resident,
        @Nullable String born) {

    static final RoundAct NONE = new RoundAct(null, null, null, null, null, null, null, null, null, null, null);
    private static final int LONGEST = 500;
    private static final int LONGEST_TITLE = 60;

    /// 0 where it is none.
    int number() {
        return number(of);
    }

    int taken() {
        return number(item);
    }

    /// In yuan; 0 where it is no price.
    long price() {
        String bare = typed(cost).replaceAll("[,，\\s元]", "");
        return bare.matches("\\d{1,9}") ? Long.parseLong(bare) : 0;
    }

    String said() {
        return typed(words);
    }

    /// What would have to be cut off; empty where nothing would.
    Optional<Wrong> tooLong() {
        if (called().length() > LONGEST_TITLE) {
            return Optional.of(Wrong.in("title", "TITLE"));
        }
        return said().length() > LONGEST ? Optional.of(Wrong.in("words", "TOO_LONG")) : Optional.empty();
    }

    String called() {
        return typed(title).replaceAll("[\\p{Cntrl}▸]+", " ").strip();
    }

    String carriedOutBy() {
        return typed(unit);
    }

    String who() {
        return typed(resident);
    }

    Optional<LocalDate> birthday() {
        try {
            return Optional.of(SaidTime.day(typed(born)));
        } catch (DateTimeParseException wrong) {
            return Optional.empty();
        }
    }

    Optional<Verdict> decided() {
        return Arrays.stream(Verdict.values())
                .filter(it -> it.name().equals(verdict) && it != Verdict.WITHDRAWN)
                .findFirst();
    }

    /// `2 5`, `2、5号`; without what is no number.
    List<Integer> made() {
        return Arrays.stream(typed(sources).split("[^0-9]+"))
                .filter(it -> !it.isEmpty() && it.length() < 6)
                .map(Integer::valueOf)
                .toList();
    }

    List<String> becomes() {
        return typed(titles)
                .lines()
                .map(it -> it.replaceAll("[\\p{Cntrl}▸]+", " ").strip())
                .filter(it -> !it.isEmpty())
                .toList();
    }

    /// What was typed into the field of that name; empty where there is none.
    String typedInto(String field) {
        return typed(
                switch (field) {
                    case "title" -> title;
                    case "cost" -> cost;
                    case "words" -> words;
                    case "unit" -> unit;
                    case "verdict" -> verdict;
                    case "item" -> item;
                    case "sources" -> sources;
                    case "titles" -> titles;
                    default -> "";
                });
    }

    private static int number(@Nullable String typed) {
        return typed != null && typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 0;
    }

    private static String typed(@Nullable String field) {
        return field == null ? "" : field.strip();
    }

    @Override
    public String toString() {
        return "RoundAct[]";
    }
}
