package org.linli.hotline.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.cases.Case;
import org.linli.cases.CaseFacts;
import org.linli.cases.CaseWords;
import org.linli.cases.SpokenTime;
import org.linli.community.CommunityMap;
import org.linli.hotline.Match;
import org.linli.hotline.WorkOrder;
import org.linli.platform.words.Masked;

/// A work order as its page shows it: personal data masked, both clocks side by side.
///
/// @param hotlineDue exactly; empty where the hotline sent none
/// @param hotlineLeft how long still, or how long over
/// @param answer     the case that answers it; `null` until staff has said which
/// @param guess      a case that may be the one; `null` without
record OrderView(
        String number,
        String words,
        String place,
        String received,
        String hotlineDue,
        String hotlineLeft,
        boolean late,
        @Nullable About answer,
        @Nullable About guess) {

    /// @param signs why we think so, ends of keys; empty for one that staff has confirmed
    record About(
            String number,
            String line,
            String words,
            String state,
            String due,
            String left,
            boolean late,
            List<String> signs) {}

    static OrderView of(
            WorkOrder it,
            Optional<Case> answer,
            Optional<Match> guess,
            CommunityMap map,
            CaseWords words,
            Instant now) {
        var time = new SpokenTime(words, now);
        var due = it.dueAt();
        return new OrderView(
                it.number(),
                Masked.words(it.words()),
                it.place(),
                SpokenTime.exactly(it.receivedAt()),
                due == null ? "" : SpokenTime.exactly(due),
                due == null ? "" : time.left(due),
                due != null
                        && due.isBefore(now)
                        && answer.filter(found -> !found.isOpen()).isEmpty(),
                answer.map(found -> about(found, List.of(), map, words, now)).orElse(null),
                guess.map(found -> about(found.it(), signs(found), map, words, now))
                        .orElse(null));
    }

    private static List<String> signs(Match it) {
        return it.signs().stream()
                .sorted(Comparator.naturalOrder())
                .map(Enum::name)
                .toList();
    }

    private static About about(Case it, List<String> signs, CommunityMap map, CaseWords words, Instant now) {
        return new About(
                it.number(),
                new CaseFacts(map, words, now).line(it),
                Masked.words(it.problem().words()),
                words.state(it.state()),
                SpokenTime.exactly(it.care().dueAt()),
                it.isOpen() ? new SpokenTime(words, now).left(it.care().dueAt()) : "",
                it.isLate(now),
                signs);
    }

    @Override
    public String toString() {
        return "OrderView[" + number + "]";
    }
}
