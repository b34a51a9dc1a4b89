package org.linli.notices.writing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.notices.Kind;
import org.linli.notices.Notice;
import org.linli.notices.audience.Reading;

/// What is wrong with a draft before anybody is told anything: pure.
///
/// @param whom   how its audience was read
/// @param people how many that are
record CheckNotice(Notice notice, Reading whom, long people, Instant now) {

    private static final Duration LONGEST_REPEAT = Duration.ofDays(366);

    /// Whoever writes "now" needs a moment to hand it in.
    private static final Duration JUST_NOW = Duration.ofMinutes(5);

    static final int LONGEST_TITLE = 40;
    static final int LONGEST_TEXT = 1_000;
    static final int LONGEST_PAGE = 10_000;
    static final int LONGEST_BRIEF = 200;

    private static final Pattern PLACEHOLDER = Pattern.compile("[{｛]([^{}｛｝\\n]{0,40})[}｝]|_{3,}|×{2,}");

    List<Fault> faults() {
        return Stream.of(title(), brief(), text(), audience(), period(), time(), repeat(), invitation())
                .flatMap(List::stream)
                .toList();
    }

    private List<Fault> title() {
        return said("title", notice.wording().title(), LONGEST_TITLE);
    }

    /// A long text needs a short one beside it, because chats are no place for reading.
    private List<Fault> text() {
        boolean alone = notice.wording().brief().isEmpty();
        return said("text", notice.wording().text(), alone ? LONGEST_TEXT : LONGEST_PAGE);
    }

    private List<Fault> brief() {
        String brief = notice.wording().brief();
        return brief.isEmpty() ? List.of() : said("brief", brief, LONGEST_BRIEF);
    }

    private static List<Fault> said(String field, String said, int longest) {
        if (said.isBlank()) {
            return List.of(Fault.of(field, "missing"));
        }
        int length = said.codePointCount(0, said.length());
        return length > longest ? List.of(Fault.of(field, "long", longest, length)) : placeholders(field, said);
    }

    /// With the line and the place in it, from 1.
    private static List<Fault> placeholders(String field, String said) {
        var faults = new ArrayList<Fault>();
        String[] lines = said.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            var found = PLACEHOLDER.matcher(lines[i]);
            while (found.find()) {
                faults.add(Fault.of(field, "placeholder", i + 1, found.start() + 1, found.group()));
            }
        }
        return faults;
    }

    private List<Fault> audience() {
        return notice.corrects() != null
                ? people > 0 ? List.of() : List.of(Fault.of("audience", "nobody"))
                : switch (whom) {
                    case Reading.Understood _ -> people > 0 ? List.of() : List.of(Fault.of("audience", "nobody"));
                    case Reading.NotUnderstood(var why, int at, var what) ->
                        List.of(Fault.of("audience", why.word(), at + 1, what));
                };
    }

    private List<Fault> period() {
        var period = notice.period();
        if (period == null) {
            return List.of(Fault.of("period", "missing"));
        }
        if (!period.from().isBefore(period.until())) {
            return List.of(Fault.of("period", "backwards"));
        }
        return period.isOver(now) ? List.of(Fault.of("period", "over")) : List.of();
    }

    private List<Fault> time() {
        @Nullable Instant at = notice.sendAt();
        var period = notice.period();
        if (at != null && period != null && period.isOver(at)) {
            return List.of(Fault.of("send", "too-late"));
        }
        return hasPassed(notice, now) && notice.state() == Notice.State.DRAFT
                ? List.of(Fault.of("send", "past"))
                : List.of();
    }

    /// Whether it would leave at once though another time was written.
    static boolean hasPassed(Notice notice, Instant now) {
        @Nullable Instant at = notice.sendAt();
        return at != null && at.plus(JUST_NOW).isBefore(now);
    }

    /// To an activity alone, and not in an emergency.
    private List<Fault> invitation() {
        return notice.invites() == null || notice.wording().kind() == Kind.ACTIVITY
                ? List.of()
                : List.of(Fault.of("invites", "no-activity"));
    }

    /// At most a year, and no time begins before the one before is over.
    private List<Fault> repeat() {
        var repeat = notice.repeat();
        if (repeat == null) {
            return List.of();
        }
        Instant first = notice.sendAt() == null || notice.sendAt().isBefore(now) ? now : notice.sendAt();
        var second = repeat.at(first, 1);
        if (second.isEmpty()) {
            return List.of(Fault.of("repeat", "never"));
        }
        if (repeat.at(first.plus(LONGEST_REPEAT), 1).isPresent()) {
            return List.of(Fault.of("repeat", "long"));
        }
        var period = notice.period();
        boolean overlaps = period != null
                && Duration.between(period.from(), period.until()).compareTo(Duration.between(first, second.get())) > 0;
        return overlaps ? List.of(Fault.of("repeat", "overlaps")) : List.of();
    }
}
