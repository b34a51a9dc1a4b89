package org.linli.cases;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.community.Unit;
import org.linli.platform.words.Masked;

/// What a letter may say about a case. Nothing in it is personal but `words`, which only staff's letters use.
public final class CaseFacts {

    private static final int WORDS_SHOWN = 120;

    private final CommunityMap map;
    private final CaseWords words;
    private final SpokenTime time;
    private final Instant now;

    public CaseFacts(CommunityMap map, CaseWords words, Instant now) {
        this.map = map;
        this.words = words;
        this.time = new SpokenTime(words, now);
        this.now = now;
    }

    /// `number`, `what`, `where`, `unit`, `due`, `late` (`yes` when the time promised is over), `state` in words for
    /// everybody, `words`, `who`, `priority`; empty texts where nothing is known, or nothing presses.
    public Map<String, String> of(Case it) {
        return Map.of(
                "number", it.number(),
                "what", words.label(it.problem().label()),
                "where", where(it.problem()),
                "unit", unit(it.care().unit()),
                "due", time.until(it.care().dueAt()),
                "late", it.isLate(now) ? "yes" : "",
                "state", words.told(it.state()),
                "words", shortened(Masked.words(it.problem().words())),
                "who", assignee(it.care().assignee()),
                "priority",
                        it.care().priority() == Priority.ORDINARY
                                ? ""
                                : words.priority(it.care().priority()));
    }

    /// The same for one person. Whoever reported it and is told alone reads the place as exact as they said it; to
    /// neighbours a room would name a person.
    public Map<String, String> toWhom(Case it, Neighbour told) {
        var facts = new HashMap<>(of(it));
        if (told.group() == null && it.reporter().isSameAs(told)) {
            facts.put("where", exactPlace(it.problem()));
        }
        return facts;
    }

    /// A case in one line, for staff to tell it from others.
    public String line(Case it) {
        return "%s %s %s"
                .formatted(it.number(), words.label(it.problem().label()), where(it.problem()))
                .strip();
    }

    /// The building or spot; never the room, which would name a person.
    public String where(Problem problem) {
        return map.place(problem.spot()).map(map::display).orElse("");
    }

    /// As exact as it was said, for staff.
    public String exactPlace(Problem problem) {
        String place = problem.place();
        String named = place == null ? "" : map.place(place).map(map::display).orElse("");
        return (named + " " + problem.detail()).strip();
    }

    public String unit(String unit) {
        return map.unit(unit).map(Unit::name).orElse(unit);
    }

    private String assignee(@Nullable String member) {
        return member == null
                ? ""
                : map.staffMember(member).map(it -> it.name()).orElse("");
    }

    /// Where neighbours meet: the building or named spot around a place, otherwise the place itself.
    public static String spot(CommunityMap map, @Nullable Place place) {
        return place == null
                ? ""
                : map.path(place).stream()
                        .filter(it -> it.kind() == Place.Kind.BUILDING || it.kind() == Place.Kind.SPOT)
                        .findFirst()
                        .orElse(place)
                        .id();
    }

    private static String shortened(String words) {
        return words.codePointCount(0, words.length()) <= WORDS_SHOWN
                ? words
                : words.substring(0, words.offsetByCodePoints(0, WORDS_SHOWN)) + "…";
    }
}
