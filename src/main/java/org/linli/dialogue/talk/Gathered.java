package org.linli.dialogue.talk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.dialogue.Need;
import org.linli.dialogue.Request;
import org.linli.dialogue.Speaker;
import org.linli.dialogue.phrases.Words;
import org.linli.understanding.Entities;
import org.linli.understanding.Intent;

/// What is known so far of one request. Bounded, because it is kept.
///
/// @param key   the request's, derived from the message that began it
/// @param label `null` until somebody says what it is about
/// @param place id of a place
public record Gathered(
        String key,
        @Nullable String label,
        List<String> words,
        List<String> pictures,
        @Nullable String place,
        String detail,
        Entities entities) {

    private static final int MOST_CHARACTERS = 4_000;
    private static final int MOST_MESSAGES = 10;
    private static final int MOST_PICTURES = 9;
    private static final int LONGEST_DETAIL = 300;

    public Gathered {
        words = List.copyOf(words);
        pictures = pictures.stream().distinct().limit(MOST_PICTURES).toList();
        detail = Words.brief(detail, LONGEST_DETAIL);
    }

    public static Gathered of(String key) {
        return new Gathered(key, null, List.of(), List.of(), null, "", Entities.NONE);
    }

    public Gathered about(Intent intent) {
        return new Gathered(key, intent.label(), words, pictures, place, detail, entities);
    }

    public Gathered saying(String said) {
        int length = words.stream().mapToInt(String::length).sum();
        if (words.size() >= MOST_MESSAGES || length + said.length() > MOST_CHARACTERS) {
            return this;
        }
        return new Gathered(key, label, plus(words, List.of(said)), pictures, place, detail, entities);
    }

    public Gathered showing(List<String> more) {
        return new Gathered(key, label, words, plus(pictures, more), place, detail, entities);
    }

    public Gathered at(Place where, String below) {
        return new Gathered(key, label, words, pictures, where.id(), below, entities);
    }

    /// Adds to what is known below the place.
    public Gathered detailing(String more) {
        String both = (detail + " " + more).strip();
        return new Gathered(key, label, words, pictures, place, both, entities);
    }

    /// What is said later counts.
    public Gathered knowing(Entities later) {
        var both = new Entities(
                either(later.building(), entities.building()),
                either(later.unit(), entities.unit()),
                either(later.room(), entities.room()),
                either(later.floor(), entities.floor()),
                either(later.phone(), entities.phone()),
                either(later.time(), entities.time()));
        return new Gathered(key, label, words, pictures, place, detail, both);
    }

    /// All of it, one line a message.
    public String text() {
        return String.join("\n", words);
    }

    public boolean has(Need need) {
        return switch (need) {
            case PLACE -> place != null;
            case WORDS -> !words.isEmpty();
            case TIME -> entities.time() != null;
            case PHONE -> entities.phone() != null;
        };
    }

    public Request request(Intent intent, Speaker speaker, CommunityMap map, Instant at) {
        var where = place == null ? null : map.place(place).orElse(null);
        return new Request(key, speaker, intent, words, pictures, where, detail, entities, at);
    }

    private static @Nullable String either(@Nullable String first, @Nullable String second) {
        return first == null ? second : first;
    }

    private static List<String> plus(List<String> some, List<String> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    @Override
    public String toString() {
        return "Gathered[" + key + ", " + label + "]";
    }
}
