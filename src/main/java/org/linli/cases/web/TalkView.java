package org.linli.cases.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.cases.CaseFacts;
import org.linli.cases.SpokenTime;
import org.linli.community.Resident;
import org.linli.dialogue.Line;
import org.linli.platform.words.Masked;

/// A talk that waits for a person, as the page shows it.
///
/// @param who   masked; empty where nobody knows
/// @param where the group, otherwise the building of the speaker; may be empty
public record TalkView(
        String handle,
        String who,
        String where,
        boolean inGroup,
        boolean silent,
        String ago,
        String at,
        List<Said> lines) {

    /// @param by    the staff member; empty for the resident
    /// @param media the id of what was sent instead of words; `null` without
    /// @param mark  by which staff says that it should have been understood
    public record Said(String by, String words, @Nullable String media, String ago, long mark) {}

    static TalkView of(TalksInSight.Seen seen, AtTheDesk.Look look) {
        var time = new SpokenTime(look.words(), look.now());
        var talk = seen.talk();
        return new TalkView(
                seen.handle(),
                name(seen.resident()),
                where(seen, look),
                talk.inGroup(),
                talk.silent(),
                time.ago(talk.since()),
                SpokenTime.exactly(talk.since()),
                talk.lines().stream().map(line -> said(line, time)).toList());
    }

    private static Said said(Line line, SpokenTime time) {
        return new Said(
                line.by(),
                Masked.words(line.words()),
                line.media(),
                time.ago(line.at()),
                line.at().toEpochMilli());
    }

    private static String where(TalksInSight.Seen seen, AtTheDesk.Look look) {
        var group = seen.group();
        return group != null
                ? group.name()
                : TalksInSight.place(seen, look.map())
                        .flatMap(home -> look.map().place(CaseFacts.spot(look.map(), home)))
                        .map(look.map()::display)
                        .orElse("");
    }

    private static String name(@Nullable Resident resident) {
        String name = resident == null ? null : resident.name();
        return name == null || name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }
}
