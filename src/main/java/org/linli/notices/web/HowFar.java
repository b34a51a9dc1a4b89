package org.linli.notices.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.community.CommunityMap;
import org.linli.community.Group;
import org.linli.notices.Importance;
import org.linli.notices.Notice;
import org.linli.notices.knowing.Progress;

/// What staff wants to know of a notice that was approved: whether it is being prepared, on its way, or out; and which
/// groups get it only when their quiet hours are over.
///
/// @param word  the end of a key of words; empty for a notice that nobody sends
/// @param quiet how many groups are left alone now
/// @param until when the last of them is told; `null` where none is left alone
public record HowFar(String word, int quiet, @Nullable String until) {

    /// Pure.
    ///
    /// @param waiting groups that a letter is on its way to, by their names among recipients
    static HowFar of(Notice it, Progress progress, Set<String> waiting, CommunityMap map, Instant now) {
        var ends = it.wording().importance() == Importance.EMERGENCY
                ? Stream.<Instant>empty()
                : map.groups().stream()
                        .filter(group -> waiting.contains("group:" + group.code()))
                        .flatMap(group -> leftAloneUntil(group, now));
        var sorted = ends.sorted(Comparator.reverseOrder()).toList();
        String until = sorted.isEmpty() ? null : SpokenMoment.of(sorted.getFirst());
        return new HowFar(word(it, progress, now), sorted.size(), until);
    }

    private static Stream<Instant> leftAloneUntil(Group group, Instant now) {
        var quiet = group.quiet();
        return quiet == null ? Stream.empty() : quiet.over(now).stream();
    }

    private static String word(Notice it, Progress progress, Instant now) {
        if (it.state() != Notice.State.APPROVED) {
            return "";
        }
        if (it.sendAt() != null && it.sendAt().isAfter(now)) {
            return "later";
        }
        if (!progress.thought()) {
            return "preparing";
        }
        return progress.pending() + progress.pendingGroups() > 0 ? "sending" : "sent";
    }
}
