package org.linli.cases.behalf;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.cases.SpokenTime;
import org.linli.cases.Way;
import org.linli.community.CommunityMap;
import org.linli.community.Located;
import org.linli.community.Place;
import org.linli.understanding.Ranked;
import org.linli.understanding.Understand;

/// Reads what staff typed for somebody: pure. Guesses the label and the place from the words where they were left open.
///
/// @param labels that have a name; cases of others would be hard to find
public record ReadEntry(CommunityMap map, Understand understand, Set<String> labels, Instant now) {

    private static final String UNCLEAR = "suggest";
    private static final int LONGEST = 2_000;

    /// Why something cannot be entered as it is; the keys of its words end in it.
    public enum Trouble {
        WORDS,
        PHONE,
        /// No building or spot is called so.
        NOWHERE,
        /// Several are.
        SEVERAL,
        /// The day is over.
        DAY
    }

    /// Either it can be entered or something is wrong with it.
    public sealed interface Result {
        record Read(Entry entry) implements Result {}

        /// @param choices places as people say them, where several fit; otherwise empty
        record Wrong(Trouble why, List<String> choices) implements Result {
            public Wrong {
                choices = List.copyOf(choices);
            }
        }
    }

    /// @param home of the resident who was chosen; `null` without: "unit 2" alone is then nowhere
    public Result read(Typed typed, @Nullable Place home) {
        String words = typed.words().strip();
        String phone = Telephone.digits(typed.phone());
        if (words.isEmpty() || words.length() > LONGEST) {
            return wrong(Trouble.WORDS);
        }
        if (!Telephone.isFine(phone)) {
            return wrong(Trouble.PHONE);
        }
        var dueBy = dueBy(typed);
        if (dueBy != null && dueBy.isBefore(now)) {
            return wrong(Trouble.DAY);
        }
        return switch (locate(typed.place().isBlank() ? words : typed.place(), home)) {
            case Located.Found(Place place, String detail) -> read(entry(typed, words, phone, place, detail, dueBy));
            case Located.Ambiguous(var places) ->
                new Result.Wrong(
                        Trouble.SEVERAL, places.stream().map(map::display).toList());
            case Located.NoSuchBuilding _ -> wrong(Trouble.NOWHERE);
            case Located.NothingSaid() ->
                typed.place().isBlank() ? read(entry(typed, words, phone, null, "", dueBy)) : wrong(Trouble.NOWHERE);
        };
    }

    /// The same without a place that we know: what was typed as one is said with the words. For those who cannot be
    /// asked.
    public Entry somewhere(Typed typed) {
        String words = (typed.words() + " " + typed.place()).strip();
        String phone = Telephone.digits(typed.phone());
        return entry(typed, words, phone, null, "", null);
    }

    private static Result wrong(Trouble why) {
        return new Result.Wrong(why, List.of());
    }

    private static Result read(Entry entry) {
        return new Result.Read(entry);
    }

    private Entry entry(
            Typed typed, String words, String phone, @Nullable Place place, String detail, @Nullable Instant dueBy) {
        var resident = typed.resident().isEmpty() ? null : typed.resident();
        var caller = new Caller(resident, typed.name().strip(), phone, typed.mayContact());
        return new Entry(typed.occasion(), typed.way(), caller, label(typed, words), place, detail, words, dueBy);
    }

    private Located locate(String words, @Nullable Place home) {
        var said = understand.understand(words, false, local()).entities();
        var found = map.locate(said.building(), said.unit(), said.room(), home);
        return found instanceof Located.NothingSaid ? map.locateByWords(words, home) : found;
    }

    private String label(Typed typed, String words) {
        return Optional.of(typed.label()).filter(labels::contains).orElseGet(() -> guessed(words));
    }

    /// The likeliest of those that are cases.
    private String guessed(String words) {
        return understand.understand(words, false, local()).ranking().stream()
                .map(Ranked::intent)
                .map(it -> it.label())
                .filter(labels::contains)
                .findFirst()
                .orElse(UNCLEAR);
    }

    private @Nullable Instant dueBy(Typed typed) {
        var day = typed.dueOn();
        return day == null || typed.way() != Way.ABOVE ? null : Entry.due(day);
    }

    private LocalDateTime local() {
        return LocalDateTime.ofInstant(now, SpokenTime.ZONE);
    }
}
