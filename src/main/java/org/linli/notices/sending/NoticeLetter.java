package org.linli.notices.sending;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Address;
import org.linli.notices.Notice;
import org.linli.notices.Period;
import org.linli.notices.enclosures.Enclosure;
import org.linli.outbox.Letter;

/// A notice as a letter: pure.
public final class NoticeLetter {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("M月d日 HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private static final DateTimeFormatter TIME_OF_YEAR =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(ZoneId.of("Asia/Shanghai"));
    private static final DateTimeFormatter YEAR =
            DateTimeFormatter.ofPattern("yyyy").withZone(ZoneId.of("Asia/Shanghai"));

    private NoticeLetter() {}

    /// The next one to this recipient. Its key says which of theirs it is, so that it is written once.
    static Letter to(Notice notice, Recipient recipient, String link) {
        var address = Objects.requireNonNull(recipient.address(), "nowhere to send it to");
        return to(notice, recipient.who(), recipient.letters() + 1, address, link);
    }

    /// @param number of the letters to this recipient, from 1
    /// @param link   where it can be read at length; empty: nowhere
    public static Letter to(Notice notice, String who, int number, Address address, String link) {
        String template = notice.wording().importance().letter() + (address.isGroup() ? "-in-group" : "");
        var facts = Map.of(
                "title",
                notice.wording().title(),
                "text",
                notice.wording().inChat(!link.isEmpty()),
                "period",
                period(notice.period()),
                "correction",
                notice.corrects() == null ? "" : "1",
                "enclosed",
                notice.enclosed().count() == 0 ? "" : "1",
                "link",
                link);
        return new Letter(notice.community(), key(notice, who, number), address, template, facts, pictures(notice));
    }

    /// Where a way shows none, they stand on the page behind the link.
    private static List<Letter.Picture> pictures(Notice notice) {
        return notice.enclosed().pictures().stream()
                .map(id -> new Letter.Picture(Enclosure.inLetters(notice, id), ""))
                .toList();
    }

    static String key(Notice notice, String who, int number) {
        return notice.letters() + who + "/" + number;
    }

    /// As people read it, with the years where they differ; empty where nothing was said.
    public static String period(@Nullable Period period) {
        if (period == null) {
            return "";
        }
        boolean sameYear = YEAR.format(period.from()).equals(YEAR.format(period.until()));
        var form = sameYear ? TIME : TIME_OF_YEAR;
        return form.format(period.from()) + " 至 " + form.format(period.until());
    }
}
