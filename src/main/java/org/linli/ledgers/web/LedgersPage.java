package org.linli.ledgers.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.cases.CaseWords;
import org.linli.cases.DeskFilter;
import org.linli.cases.SpokenTime;
import org.linli.cases.State;
import org.linli.community.Communities;
import org.linli.community.Role;
import org.linli.community.StaffMember;
import org.linli.ledgers.Order;
import org.linli.ledgers.Orders;
import org.linli.web.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// Where staff asks for ledgers and fetches them.
@Controller
class LedgersPage {

    private static final Set<String> SAID = Set.of("asked", "form", "no-form", "no-month");

    /// What a form hands in.
    record Asked(
            @Nullable String state,
            @Nullable String unit,
            @Nullable String label,
            @Nullable Boolean late,
            @Nullable String text,
            @Nullable String whose,
            @Nullable String priority,
            @Nullable String month) {}

    private final SignedIn signedIn;
    private final Communities communities;
    private final Orders orders;
    private final CaseWords words;
    private final Clock clock;

    LedgersPage(SignedIn signedIn, Communities communities, Orders orders, CaseWords words, Clock clock) {
        this.signedIn = signedIn;
        this.communities = communities;
        this.orders = orders;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/desk/ledgers")
    Mono<String> page(@RequestParam(defaultValue = "") String said, Model model) {
        model.addAttribute("said", SAID.contains(said) ? said : null);
        model.addAttribute("labels", words.labels());
        model.addAttribute(
                "states", Arrays.stream(State.values()).map(State::name).toList());
        model.addAttribute(
                "month", YearMonth.from(clock.instant().atZone(SpokenTime.ZONE)).toString());
        return member().flatMap(member -> Mono.zip(orders.of(member).collectList(), communities.map(member.community()))
                        .doOnNext(found -> {
                            model.addAttribute("orders", found.getT1());
                            model.addAttribute(
                                    "waits", found.getT1().stream().anyMatch(it -> it.state() == Order.State.WAITING));
                            model.addAttribute("units", found.getT2().units());
                            model.addAttribute("admin", member.role() == Role.ADMIN);
                        }))
                .thenReturn("ledgers/ledgers");
    }

    @PostMapping("/desk/ledgers/cases")
    Mono<String> cases(Asked asked) {
        var filter = DeskFilter.of(
                        asked.state(), asked.unit(), asked.label(), Boolean.TRUE.equals(asked.late()), asked.text())
                .whose(asked.whose())
                .pressing(asked.priority());
        return member().flatMap(member -> orders.ask(member, Order.Kind.CASES, filter, null))
                .thenReturn("redirect:/desk/ledgers?said=asked");
    }

    @PostMapping("/desk/ledgers/month")
    Mono<String> month(Asked asked) {
        return member().flatMap(member -> month(asked.month())
                .map(month -> orders.ask(member, Order.Kind.MONTH, DeskFilter.OPEN, month)
                        .thenReturn("redirect:/desk/ledgers?said=asked"))
                .orElseGet(() -> Mono.just("redirect:/desk/ledgers?said=no-month")));
    }

    private static Optional<YearMonth> month(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(YearMonth::parse);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /// Signals 404 for what did not fail, or is another's.
    @PostMapping("/desk/ledgers/{id}/again")
    Mono<String> again(@PathVariable String id) {
        return member().flatMap(member -> orders.again(member, id))
                .switchIfEmpty(Mono.error(LedgersPage::notFound))
                .thenReturn("redirect:/desk/ledgers?said=asked");
    }

    @GetMapping("/desk/ledgers/{id}.xlsx")
    Mono<ResponseEntity<byte[]>> file(@PathVariable String id) {
        return member().flatMap(member -> orders.file(member, id))
                .map(bytes -> Spreadsheet.of("ledger.xlsx", bytes))
                .switchIfEmpty(Mono.error(LedgersPage::notFound));
    }

    private Mono<StaffMember> member() {
        return signedIn.member()
                .filter(it -> LedgersNavigation.ORDER.contains(it.role()))
                .switchIfEmpty(Mono.error(LedgersPage::notFound));
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
