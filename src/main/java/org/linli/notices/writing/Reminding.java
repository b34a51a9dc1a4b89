package org.linli.notices.writing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.notices.Importance;
import org.linli.notices.Notice;
import org.linli.notices.Notices.Step;
import org.linli.notices.knowing.Progress;

/// Whether those who have not read an ordinary notice may be reminded now: pure. Twice, each time a day after they were
/// told; what is important finds a second way and a door by itself.
///
/// @param unread  who got it and has not shown that they read it
/// @param times   how often they were reminded
/// @param last    when, the last time; `null`: never
/// @param again   when they may be reminded next; `null`: no more
/// @param hinders the end of a key of words; empty: nothing does
public record Reminding(
        long unread,
        int times,
        @Nullable Instant last,
        @Nullable Instant again,
        String hinders) {

    /// As the history names it.
    static final String STEP = "reminded";

    private static final String EARLY = "reminded-early";
    private static final String ENOUGH = "reminded-enough";

    private static final int MOST = 2;
    private static final Duration APART = Duration.ofDays(1);

    /// Whether it is our limit that hinders.
    public boolean isLimited() {
        return hinders.equals(EARLY) || hinders.equals(ENOUGH);
    }

    static Reminding of(Notice notice, Progress progress, List<Step> history, Instant now) {
        var reminded = history.stream()
                .filter(it -> it.what().equals(STEP))
                .map(Step::at)
                .toList();
        var last = reminded.isEmpty() ? null : reminded.getLast();
        var told = last == null ? notice.sendAt() : last;
        var again = told == null || reminded.size() >= MOST ? null : told.plus(APART);
        return new Reminding(
                progress.unread(),
                reminded.size(),
                last,
                again,
                hinders(notice, progress, reminded.size(), again, now));
    }

    private static String hinders(Notice notice, Progress progress, int times, @Nullable Instant again, Instant now) {
        if (!isOn(notice, now) || !progress.thought()) {
            return "not-now";
        }
        if (times >= MOST) {
            return ENOUGH;
        }
        if (again == null || again.isAfter(now)) {
            return EARLY;
        }
        return progress.unread() == 0 ? "all-read" : "";
    }

    private static boolean isOn(Notice notice, Instant now) {
        var period = notice.period();
        return notice.state() == Notice.State.APPROVED
                && notice.wording().importance() == Importance.ORDINARY
                && (period == null || !period.isOver(now));
    }
}
