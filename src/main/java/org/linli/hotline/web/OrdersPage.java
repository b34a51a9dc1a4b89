package org.linli.hotline.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.cases.Case;
import org.linli.cases.CaseFile;
import org.linli.cases.CaseWords;
import org.linli.cases.FindCases;
import org.linli.hotline.ExportOrders;
import org.linli.hotline.FindMatch;
import org.linli.hotline.Match;
import org.linli.hotline.OrderPlace;
import org.linli.hotline.Orders;
import org.linli.hotline.Senders;
import org.linli.hotline.SettleOrder;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.Effects;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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
    private final SettleOrder settle;
    private final ExportOrders export;
    private final Senders senders;
    private final Effects effects;
    private final CaseWords words;

    OrdersPage(
            AtTheHotline desk,
            Orders orders,
            FindMatch matches,
            FindCases cases,
            SettleOrder settle,
            ExportOrders export,
            Senders senders,
            Effects effects,
            CaseWords words) {
        this.desk = desk;
        this.orders = orders;
        this.matches = matches;
        this.cases = cases;
        this.settle = settle;
        this.export = export;
        this.senders = senders;
        this.effects = effects;
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

    /// What is asked of an order.
    ///
    /// @param about the number of a case, where one is meant
    record Asked(@Nullable String number, @Nullable String about) {
        String order() {
            return number == null ? "" : number;
        }

        String meant() {
            return about == null ? "" : about.strip();
        }
    }

    @PostMapping("/desk/hotline/{act}")
    Mono<String> act(@PathVariable String act, Asked asked) {
        return desk.look()
                .flatMap(look -> switch (act) {
                    case "confirm" ->
                        settle.confirm(look.member(), asked.order(), asked.meant())
                                .map(_ -> act);
                    case "reject" ->
                        settle.reject(look.member(), asked.order(), asked.meant())
                                .map(_ -> act);
                    case "open" ->
                        settle.open(look.member(), look.map(), asked.order()).map(_ -> act);
                    default -> Mono.<String>error(AtTheHotline::notFound);
                })
                .defaultIfEmpty("gone")
                .map(said -> "redirect:/desk/hotline?said=" + said);
    }

    @GetMapping("/desk/hotline/orders.zip")
    Mono<ResponseEntity<byte[]>> zip() {
        return desk.look()
                .delayUntil(look -> effects.commit(List.of(new Noted(
                        look.map().id(), look.member().id(), Noted.Kind.EXPORTED, "hotline-orders", "", look.now()))))
                .flatMap(look -> export.zip(look.map(), look.now()))
                .map(bytes -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType("application/zip"))
                        .cacheControl(CacheControl.noStore())
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"hotline.zip\"")
                        .body(bytes));
    }
}
