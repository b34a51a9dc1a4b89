package org.linli.notices.sending;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.linli.channels.Address;
import org.linli.channels.Outbound;
import org.linli.notices.Notice;
import org.linli.notices.enclosures.Enclosure;
import org.linli.outbox.Letter;

/// A notice as a letter: pure.
public final class NoticeLetter {

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
        var facts = facts(notice, link);
        return new Letter(notice.community(), key(notice, who, number), address, template, facts, pictures(notice));
    }

    /// The next one to somebody who has not read those before, saying so.
    ///
    /// @param today how they would be told now
    static Letter reminding(Notice notice, Recipient recipient, Recipient today, String link) {
        var address = Objects.requireNonNull(today.address(), "nowhere to send it to");
        var letter = to(notice, recipient.who(), recipient.letters() + 1, address, link);
        var facts = new HashMap<>(letter.facts());
        facts.put("reminder", "1");
        return letter.with(facts);
    }

    private static Map<String, String> facts(Notice notice, String link) {
        var facts = new HashMap<>(Moments.of(notice.period()).facts());
        facts.put("title", notice.wording().title());
        facts.put("text", notice.wording().inChat(!link.isEmpty()));
        facts.put(Outbound.KIND, notice.wording().kind().word());
        facts.put("correction", notice.corrects() == null ? "" : "1");
        facts.put("reminder", "");
        facts.put("enclosed", notice.enclosed().count() == 0 ? "" : "1");
        facts.put("invites", notice.invites() == null ? "" : "1");
        facts.put("link", link);
        return facts;
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
}
