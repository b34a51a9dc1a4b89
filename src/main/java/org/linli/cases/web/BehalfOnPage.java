package org.linli.cases.web;

import org.linli.cases.Case;
import org.linli.cases.SpokenTime;
import org.linli.cases.behalf.FindOnBehalf;
import org.linli.community.StaffMember;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import reactor.core.publisher.Mono;

/// Puts on the page of a case for whom it was entered, and whether somebody has to call them.
@Component
class BehalfOnPage {

    /// @param name  all but its first character hidden unless it was asked for; may be empty
    /// @param phone likewise
    /// @param reach `CHANNEL`: told by letters; `CALL`: by staff; `NONE`: wants to be told nothing
    record View(
            String occasion,
            String way,
            String by,
            String at,
            String name,
            String phone,
            String reach,
            boolean hasNews,
            String told) {

        @Override
        public String toString() {
            return "View[" + way + "]";
        }
    }

    private final FindOnBehalf entries;

    BehalfOnPage(FindOnBehalf entries) {
        this.entries = entries;
    }

    /// Adds `behalf`, which is mostly empty.
    Mono<Void> fill(AtTheDesk.Look look, Case it, boolean unmasked, Model model) {
        return entries.ofCase(it.community(), it.number())
                .map(line -> view(line, look, unmasked))
                .collectList()
                .doOnNext(views -> model.addAttribute("behalf", views))
                .then();
    }

    private static View view(FindOnBehalf.Line line, AtTheDesk.Look look, boolean unmasked) {
        var it = line.it();
        var caller = it.caller();
        return new View(
                it.occasion(),
                look.words().way(it.way()),
                look.map().staffMember(it.by()).map(StaffMember::name).orElse(it.by()),
                SpokenTime.exactly(it.at()),
                unmasked ? caller.name() : PersonLine.masked(caller.name()),
                unmasked ? caller.phone() : tail(caller.phone()),
                reach(line),
                line.hasNews(),
                new SpokenTime(look.words(), look.now()).ago(it.toldAt()));
    }

    private static String reach(FindOnBehalf.Line line) {
        if (!line.it().caller().mayContact()) {
            return "NONE";
        }
        return line.it().isToBeCalled() ? "CALL" : "CHANNEL";
    }

    private static String tail(String phone) {
        return phone.length() < 4 ? "" : "*".repeat(phone.length() - 4) + phone.substring(phone.length() - 4);
    }
}
