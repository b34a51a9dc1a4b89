package org.linli.cases.web;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.cases.SpokenTime;
import org.linli.cases.Step;
import org.linli.cases.Who;
import org.linli.media.MediaSent;
import org.linli.platform.words.Masked;

/// One line of the history, in the words of the page.
///
/// @param kind     the message key ends in it: `step.ACCEPTED`
/// @param side     `resident`, `staff` or `service`: who speaks
/// @param pictures ids of pictures that are kept here
/// @param media    ids of what residents sent with it
/// @param amount   in yuan, like `1200.50`; empty without
/// @param foreign  how many pictures stayed on the channel they came by
public record StepLine(
        String kind,
        String side,
        String who,
        String unit,
        String words,
        List<String> pictures,
        List<String> media,
        String amount,
        int foreign,
        String ago,
        String at) {

    private static final String KEPT = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    static StepLine of(Step step, AtTheDesk.Look look, boolean unmasked) {
        var kept = step.pictures().stream().filter(it -> it.matches(KEPT)).toList();
        var media = step.pictures().stream().filter(MediaSent::isId).toList();
        return new StepLine(
                step.kind().name(),
                side(step.by().kind()),
                step.by().kind().isStaff() ? step.by().name() : "",
                look.facts().unit(step.unit()),
                unmasked ? step.words() : Masked.words(step.words()),
                kept,
                media,
                amount(step.amount()),
                step.pictures().size() - kept.size() - media.size(),
                new SpokenTime(look.words(), look.now()).ago(step.at()),
                SpokenTime.exactly(step.at()));
    }

    private static String amount(@Nullable BigDecimal yuan) {
        return yuan == null ? "" : yuan.toPlainString();
    }

    private static String side(Who.Kind by) {
        return switch (by) {
            case RESIDENT -> "resident";
            case STAFF, DESK -> "staff";
            case SERVICE -> "service";
        };
    }
}
