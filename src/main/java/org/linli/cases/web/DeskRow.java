package org.linli.cases.web;

import java.util.Locale;
import org.linli.cases.Case;
import org.linli.cases.CaseFacts;
import org.linli.cases.DeskPage;
import org.linli.cases.Priority;
import org.linli.cases.SpokenTime;
import org.linli.cases.Urgency;
import org.linli.platform.words.Masked;

/// One case in the list, in the words of the page.
///
/// @param priority `URGENT` or `EMERGENCY`; empty for most
/// @param urgency `fine`, `soon`, `late`, `over`
/// @param mark    by which it is marked, with the version that is shown; empty where it is not this person's to act on
/// @param left    like `还剩2小时`; the exact time is `due`
public record DeskRow(
        String number,
        String what,
        String where,
        String words,
        String state,
        String stateKey,
        String unit,
        String priority,
        String urgency,
        String left,
        String due,
        int supporters,
        int urged,
        String mark) {

    private static final int WORDS_SHOWN = 60;

    static DeskRow of(DeskPage.Row row, AtTheDesk.Look look) {
        Case it = row.it();
        CaseFacts facts = look.facts();
        var time = new SpokenTime(look.words(), look.now());
        return new DeskRow(
                it.number(),
                look.words().label(it.problem().label()),
                facts.exactPlace(it.problem()),
                shortened(Masked.words(it.problem().words())),
                look.words().state(it.state()),
                it.state().name(),
                facts.unit(it.care().unit()),
                it.care().priority() == Priority.ORDINARY
                        ? ""
                        : it.care().priority().name(),
                Urgency.of(it, look.now()).name().toLowerCase(Locale.ROOT),
                time.left(it.care().dueAt()),
                SpokenTime.exactly(it.care().dueAt()),
                row.supporters(),
                row.urged(),
                look.sight().mayAct(it) ? it.number() + "~" + (it.version() - row.supporters()) : "");
    }

    private static String shortened(String words) {
        return words.codePointCount(0, words.length()) <= WORDS_SHOWN
                ? words
                : words.substring(0, words.offsetByCodePoints(0, WORDS_SHOWN)) + "…";
    }
}
