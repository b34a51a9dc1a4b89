package org.linli.openness.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.linli.cases.CaseFacts;
import org.linli.cases.CaseWords;
import org.linli.cases.CasesByTime;
import org.linli.cases.CasesByTime.Known;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.masking.MaskWords;
import org.linli.openness.AskWriter;
import org.linli.openness.Offer;
import org.linli.openness.Offers;
import org.linli.openness.Openness;
import org.linli.openness.PublicLabels;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/// The desk from which staff asks writers whether their cases may be shown.
@Controller
class OfferPage {

    private static final Duration BACK = Duration.ofDays(30);
    private static final int MOST = 60;
    private static final int LONGEST = 500;
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
    private final CasesByTime cases;
    private final Offers offers;
    private final PublicLabels labels;
    private final MaskWords mask;
    private final AskWriter ask;
    private final Communities communities;
    private final CaseWords words;
    private final Clock clock;

    OfferPage(
            AtOpenDesk desk,
            Openness openness,
            CasesByTime cases,
            Offers offers,
            PublicLabels labels,
            MaskWords mask,
            AskWriter ask,
            Communities communities,
            CaseWords words,
            Clock clock) {
        this.desk = desk;
        this.openness = openness;
        this.cases = cases;
        this.offers = offers;
        this.labels = labels;
        this.mask = mask;
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
        String shown = form.words() == null ? "" : form.words().strip();
        String number = form.number();
        if (shown.isEmpty() || shown.length() > LONGEST || number == null) {
            return Mono.just("redirect:/desk/open?said=EMPTY");
        }
        return desk.member()
                .flatMap(member -> mask.forEverybody(member.community(), List.of(shown))
                        .flatMap(masked -> ask.ask(member, number, masked.getFirst())))
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
        Instant now = clock.instant();
        var wanted =
                new CasesByTime.Wanted(labels.all(), List.of(), List.of(), now.minus(BACK), now, true, true, MOST, 0);
        return Mono.zip(rows(map, wanted), openness.isOpen(map))
                .doOnNext(found -> {
                    model.addAttribute("rows", found.getT1());
                    model.addAttribute("open", found.getT2());
                    model.addAttribute("id", map.id().value());
                })
                .then();
    }

    private Mono<List<Row>> rows(CommunityMap map, CasesByTime.Wanted wanted) {
        return cases.opened(map.id(), wanted)
                .collectList()
                .flatMap(found -> Mono.zip(
                        mask.forEverybody(
                                map.id(),
                                found.stream()
                                        .map(it -> it.it().problem().words())
                                        .toList()),
                        offers.of(
                                map.id(),
                                found.stream().map(it -> it.it().number()).toList()),
                        (masked, offered) -> IntStream.range(0, found.size())
                                .mapToObj(i -> row(map, found.get(i), masked.get(i), offered))
                                .toList()));
    }

    private Row row(CommunityMap map, Known known, String masked, Map<String, Offer> offered) {
        var it = known.it();
        var offer = offered.get(it.number());
        String line = new CaseFacts(map, words, clock.instant()).line(it);
        if (offer == null) {
            return new Row(line, it.number(), masked, AskWriter.isReached(it.reporter()) ? "new" : "unreached");
        }
        Boolean agreed = offer.agreed();
        return new Row(line, it.number(), offer.words(), agreed == null ? "asked" : agreed ? "yes" : "no");
    }
}
