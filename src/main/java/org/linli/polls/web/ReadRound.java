package org.linli.polls.web;

import static org.linli.polls.web.RoundForm.named;
import static org.linli.polls.web.RoundForm.number;
import static org.linli.polls.web.RoundForm.said;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.linli.community.CommunityMap;
import org.linli.polls.Electorate.Voice;
import org.linli.polls.rounds.Conditions;
import org.linli.polls.rounds.HoldRound.Declared;

/// Reads what staff declares for a round, and says beside which field what is wrong. Pure.
record ReadRound(RoundForm form, FineForm fine, CommunityMap map, Instant now) {

    private static final int LONGEST_TITLE = 60;

    /// By field, each the end of a key of what the page says; without entries where a round can be opened.
    Map<String, String> troubles() {
        var wrong = new LinkedHashMap<String, String>();
        if (said(form.title()).isEmpty() || said(form.title()).length() > LONGEST_TITLE) {
            wrong.put("title", "TITLE");
        }
        if (map.openPlace(said(form.place())).isEmpty()) {
            wrong.put("place", "PLACE");
        }
        if (named(Voice.values(), form.voice()).isEmpty()) {
            wrong.put("voice", "VOICE");
        }
        conditions().fault().ifPresent(it -> wrong.putIfAbsent(field(it), it.name()));
        wrong.putAll(new ReadRules(form, fine).troubles());
        wrong.putAll(new ReadSchedule(form, now).troubles());
        return wrong;
    }

    Declared declared() {
        return new Declared(
                key(),
                said(form.title()),
                said(form.place()),
                new ReadRules(form, fine).rules(),
                conditions(),
                new ReadSchedule(form, now).schedule());
    }

    private static String field(Conditions.Fault fault) {
        return switch (fault) {
            case AGE -> "age";
            case SUPPORTERS -> "supporters";
            case STREET_SUPPORTERS -> "street";
        };
    }

    private Conditions conditions() {
        return new Conditions(
                named(Voice.values(), form.voice()).orElse(Voice.PERSON),
                said(form.age()).isEmpty() ? 0 : (int) number(form.age(), 6),
                (int) number(form.supporters(), 6),
                said(form.street()).isEmpty() ? 0 : (int) number(form.street(), 6));
    }

    private UUID key() {
        try {
            return form.id() == null ? UUID.randomUUID() : UUID.fromString(form.id());
        } catch (IllegalArgumentException typed) {
            return UUID.randomUUID();
        }
    }
}
