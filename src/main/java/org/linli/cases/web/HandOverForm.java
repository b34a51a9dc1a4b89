package org.linli.cases.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.cases.desk.HandOverCases;
import org.linli.cases.staffing.Absence;
import org.linli.cases.staffing.Absences;
import org.linli.community.StaffMember;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import reactor.core.publisher.Mono;

/// One tap hands over what somebody who is away has in hand. What became of it, and the way back, is told like all that
/// is done to many cases.
@Controller
class HandOverForm {

    /// @param to       the id of whoever has it from then on
    /// @param occasion made with the page, so that a form sent twice does nothing twice
    record Chosen(@Nullable String to, @Nullable String occasion) {}

    private final AtTheDesk desk;
    private final Absences absences;
    private final HandOverCases cases;

    HandOverForm(AtTheDesk desk, Absences absences, HandOverCases cases) {
        this.desk = desk;
        this.absences = absences;
        this.cases = cases;
    }

    /// Signals 404 for people whose cases whoever asks does not see, and for those who would not see them.
    @PostMapping("/desk/people/{member}/hand-over")
    Mono<String> handOver(@PathVariable String member, Chosen form) {
        return desk.look().flatMap(look -> {
            var from = StaffOnPage.seenBy(look, member).orElseThrow(AtTheDesk::notFound);
            var to = StaffOnPage.replacing(look, from, form.to()).orElseThrow(AtTheDesk::notFound);
            var bulk = bulk(form);
            return why(look, from)
                    .flatMap(why -> cases.handOver(
                            look.member(), look.sight(), from, HandOverCases.to(to, why, look.words()), bulk))
                    .map(all -> "redirect:" + TogetherPage.told(bulk, all));
        });
    }

    /// That they are away, and until when; nothing where they are not.
    private Mono<String> why(AtTheDesk.Look look, StaffMember from) {
        return absences.current(look.map().id())
                .filter(it -> it.staff().equals(from.id()) && it.isOn(StaffOnPage.today(look)))
                .next()
                .map(it -> said(it, from, look))
                .defaultIfEmpty("");
    }

    private static String said(Absence it, StaffMember from, AtTheDesk.Look look) {
        return look.words()
                .say("told.away", from.name(), it.from().toString(), it.until().toString());
    }

    private static String bulk(Chosen form) {
        String occasion = form.occasion();
        return occasion != null && occasion.matches(TogetherForm.OCCASION)
                ? occasion
                : UUID.randomUUID().toString();
    }
}
