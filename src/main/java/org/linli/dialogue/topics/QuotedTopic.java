package org.linli.dialogue.topics;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.community.CommunityMap;
import org.linli.community.Located;
import org.linli.community.Place;
import org.linli.dialogue.phrases.CaseNumbers;
import org.linli.understanding.Entities;
import org.linli.understanding.Ranked;
import org.linli.understanding.Understand;
import org.linli.understanding.Understanding;

/// Finds which problem of a group a quoted message is about: by the number in our own words, and only by that;
/// without one by what a neighbour's words mean, and where.
///
/// @param near what is meant by a building without more, in this group
public record QuotedTopic(
        CommunityMap map,
        Understand understand,
        LocalDateTime at,
        @Nullable Place near) {

    /// That it was a problem we know already: which one is the question.
    private static final double LIKELY = 0.2;

    /// Empty where it is about none of them.
    ///
    /// @param topics the latest first
    Optional<Topic> in(String words, List<Topic> topics) {
        var numbers = CaseNumbers.in(words);
        return numbers.isEmpty()
                ? meant(understand.understand(words, false, at), topics)
                : topics.stream().filter(it -> numbers.contains(it.about())).findFirst();
    }

    private Optional<Topic> meant(Understanding meant, List<Topic> topics) {
        return topics.stream()
                .filter(it -> likely(meant, it) >= LIKELY && isThere(it, meant.entities()))
                .max(Comparator.<Topic>comparingDouble(it -> likely(meant, it)).thenComparing(Topic::saidAt));
    }

    private static double likely(Understanding meant, Topic topic) {
        return meant.ranking().stream()
                .filter(it -> it.intent().label().equals(topic.label()))
                .mapToDouble(Ranked::confidence)
                .findFirst()
                .orElse(0);
    }

    private boolean isThere(Topic topic, Entities said) {
        var place = topic.place();
        return place == null
                || !said.namesPlace()
                || !(map.locate(said.building(), said.unit(), said.room(), near)
                        instanceof Located.Found(Place named, String _))
                || map.isWithin(named, place)
                || map.place(place).filter(it -> map.isWithin(it, named.id())).isPresent();
    }
}
