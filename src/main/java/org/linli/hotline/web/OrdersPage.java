package org.linli.hotline.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.cases.Case;
import org.linli.cases.CaseFile;
import org.linli.cases.CaseWords;
import org.linli.cases.FindCases;
import org.linli.hotline.FindMatch;
import org.linli.hotline.Match;
import org.linli.hotline.OrderPlace;
import org.linli.hotline.Orders;
import org.linli.hotline.Senders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The hotline's work orders, each with the case that answers it or may be the one.
@Controller
class OrdersPage {

    private final AtTheHotline desk;
    private final Orders orders;
    private final FindMatch matches;
    private final FindCases cases;
    private final Senders senders;
    private final CaseWords words;

    OrdersPage(AtTheHotline desk, Orders orders, FindMatch matches, FindCases cases, Senders senders, CaseWords words) {
        this.desk = desk;
        this.orders = orders;
        this.matches = matches;
        this.cases = cases;
        this.senders = senders;
        this.words = words;
    }

    /// @param show `all`: also those that are settled
    /// @param about the number of a case: only what it answers
    /// @param after where the page before ended; anything else: from the beginning
    /// @param said what was done a moment ago
    @GetMapping("/desk/hotline")
    Mono<String> page(
            @RequestParam(defaultValue = "") String show,
            @RequestParam(name = "case", defaultValue = "") String about,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String said,
            Model model) {
        model.addAttribute(
                "said", List.of("confirm", "reject", "open", "gone", "taken").contains(said) ? said : null);
        return desk.look()
                .flatMap(look -> shown(
                                look,
                                show.equals("all"),
                                about,
                                OrderPlace.parse(after).orElse(null))
                        .collectList()
                        .doOnNext(found -> fill(model, found))
                        .flatMapIterable(found -> found)
                        .take(Orders.PAGE)
                        .concatMap(it -> view(look, it))
                        .collectList()
                        .doOnNext(found -> {
                            model.addAttribute("orders", found);
                            model.addAttribute("begun", OrderPlace.parse(after).isPresent());
                            model.addAttribute("all", show.equals("all"));
                            model.addAttribute("about", about);
                        })
                        .then(senders(look, model)))
                .thenReturn("hotline/orders");
    }

    private static void fill(Model model, List<Orders.Known> found) {
        var next = OrderPlace.after(found);
        model.addAttribute("next", next == null ? null : next.text());
    }

    private Flux<Orders.Known> shown(AtTheHotline.Look look, boolean all, String about, @Nullable OrderPlace after) {
        return about.isEmpty()
                ? orders.after(look.map().id(), all, after)
                : orders.ofCase(look.map().id(), about).map(it -> new Orders.Known(it, about));
    }

    private Mono<Void> senders(AtTheHotline.Look look, Model model) {
        model.addAttribute("admin", look.isAdmin());
        return look.isAdmin()
                ? senders.all(look.map().id())
                        .collectList()
                        .doOnNext(it -> model.addAttribute("senders", it))
                        .then()
                : Mono.empty();
    }

    private Mono<OrderView> view(AtTheHotline.Look look, Orders.Known known) {
        return Mono.zip(answer(look, known.caseNumber()), guess(look, known))
                .map(it -> OrderView.of(known.it(), it.getT1(), it.getT2(), look.map(), words, look.now()));
    }

    private Mono<Optional<Case>> answer(AtTheHotline.Look look, @Nullable String number) {
        return Mono.justOrEmpty(number)
                .flatMap(it -> cases.file(look.map().id(), it))
                .map(CaseFile::it)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private Mono<Optional<Match>> guess(AtTheHotline.Look look, Orders.Known known) {
        return known.caseNumber() != null
                ? Mono.just(Optional.empty())
                : matches.of(look.map(), known.it()).map(Optional::of).defaultIfEmpty(Optional.empty());
    }
}
