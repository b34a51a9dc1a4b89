package org.linli.notices.web;

import org.linli.notices.writing.Reminding;

/// What a page says of reminding those who have not read a notice.
///
/// @param last    when they were; empty: never
/// @param again   when they may be; empty: no more
/// @param hinders the end of a key of words; empty: nothing does
public record RemindView(long unread, int times, String last, String again, String hinders) {

    static RemindView of(Reminding it) {
        return new RemindView(
                it.unread(),
                it.times(),
                it.last() == null ? "" : SpokenMoment.of(it.last()),
                it.again() == null ? "" : SpokenMoment.of(it.again()),
                it.hinders());
    }

    /// Where nobody is to be reminded, there is nothing to say.
    static boolean isShown(Reminding it) {
        return it.unread() > 0 && (it.hinders().isEmpty() || it.isLimited());
    }
}
