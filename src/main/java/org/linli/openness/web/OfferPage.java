package org.linli.openness.web;

import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.cases.CaseFacts;
import org.linli.cases.CaseWords;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.StaffMember;
import org.linli.openness.AskWriter;
import org.linli.openness.Askable;
import org.linli.openness.FindAskable;
import org.linli.openness.Openness;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/// The desk from which staff asks writers whether their cases may be shown.
@Controller
class OfferPage {

    private static final Set<String> SAID = Set.of("ASKED", "NOT_REACHED", "EMPTY");

    /// What a form hands in.
    record Form(
            @Nullable String number,
            @Nullable String words,
            @Nullable Boolean open) {}

    /// @param shown  what would be shown, or is
    /// @param answer `new`, `unreached`, `asked`, `yes` or `no`
    record Row(String line, String number, String shown, String answer) {}

    private final AtOpenDesk desk;
    private final Openness openness;
    private final FindAskable askable;
    private final AskWriter ask;
    private final Communities communities;
    private final CaseWords words;
    private final Clock clock;

    OfferPage(
            AtOpenDesk desk,
            Openness openness,
            FindAskable askable,
            AskWriter ask,
            Communities communities,
            CaseWords words,
            Clock clock) {
        this.desk = desk;
        this.openness = openness;
        this.askable = askable;
        this.ask = ask;
        this.communities = communities;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/desk/open")
    Mono<String> page(@RequestParam(defaultValue = "") String said, Model model) {
        model.addAttribute("said", SAID.contains(said) ? said : null);
        return desk.member()
                .flatMap(member -> communities
                        .map(member.community())
                        .flatMap(map -> fill(map, model))
                        .doOnSuccess(_ -> model.addAttribute("admin", AtOpenDesk.SWITCH.contains(member.role()))))
                .thenReturn("openness/desk");
    }

    @PostMapping("/desk/open/ask")
    Mono<String> ask(Form form) {
        return desk.member().flatMap(member -> asked(member, form));
    }

    private Mono<String> asked(StaffMember member, Form form) {
        String shown = form.words() == null ? "" : form.words().strip();
        String number = form.number();
        if (shown.isEmpty() || shown.length() > AskWriter.LONGEST || number == null) {
            return Mono.just("redirect:/desk/open?said=EMPTY");
        }
        return ask.ask(member, number, shown)
                .map(result -> "redirect:/desk/open?said=" + result)
                .switchIfEmpty(Mono.error(OpenListPage::notFound));
    }

    @PostMapping("/desk/open/switch")
    Mono<String> open(Form form) {
        return desk.oneOf(AtOpenDesk.SWITCH)
                .flatMap(member -> openness.set(member, Boolean.TRUE.equals(form.open())))
                .thenReturn("redirect:/desk/open");
    }

    private Mono<Void> fill(CommunityMap map, Model model) {
        var facts = new CaseFacts(map, words, clock.instant());
        return Mono.zip(askable.of(map.id()), openness.isOpen(map))
                .doOnNext(found -> {
                    model.addAttribute(
                            "rows",
                            found.getT1().stream().map(it -> row(it, facts)).toList());
                    model.addAttribute("open", found.getT2());
                    model.addAttribute("id", map.id().value());
                })
                .then();
    }

    private static Row row(Askable it, CaseFacts facts) {
        return new Row(
                facts.line(it.it()),
                it.it().number(),
                it.shown(),
                it.answer().name().toLowerCase(Locale.ROOT));
    }
}
