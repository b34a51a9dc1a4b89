package org.linli.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.community.StaffMember;
import org.linli.platform.jobs.Outage;
import org.slf4j.LoggerFactory;
import org.springframework.security.web.reactive.result.view.CsrfRequestDataValueProcessor;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What the layout needs on every page.
@ControllerAdvice(annotations = Controller.class)
class PageModel {

    private final SignedIn signedIn;
    private final List<NavItem> nav;
    private final List<NavCount> counts;
    private final Outage counting = new Outage(LoggerFactory.getLogger(PageModel.class), "counting what waits");

    PageModel(SignedIn signedIn, List<NavItem> nav, List<NavCount> counts) {
        this.counts = List.copyOf(counts);
        this.signedIn = signedIn;
        this.nav = nav.stream().sorted(Comparator.comparingInt(NavItem::order)).toList();
    }

    @ModelAttribute("signedIn")
    Mono<StaffMember> signedIn() {
        return signedIn.member();
    }

    /// What whoever is signed in uses every day. Empty where nobody is.
    @ModelAttribute("nav")
    Mono<List<NavItem>> nav() {
        return signedIn.member().map(it -> seenBy(it, false)).defaultIfEmpty(List.of());
    }

    /// The rest, which waits behind one word.
    @ModelAttribute("navMore")
    Mono<List<NavItem>> navMore() {
        return signedIn.member().map(it -> seenBy(it, true)).defaultIfEmpty(List.of());
    }

    private List<NavItem> seenBy(StaffMember member, boolean seldom) {
        return nav.stream()
                .filter(it -> it.roles().contains(member.role()) && it.isSeldom() == seldom)
                .toList();
    }

    /// By path; entries without a number are missing.
    @ModelAttribute("navCounts")
    Mono<Map<String, Long>> navCounts() {
        return signedIn.member()
                .flatMap(member -> Flux.fromIterable(counts)
                        .flatMap(count -> waiting(count, member))
                        .filter(it -> it.getValue() > 0)
                        .collectMap(Map.Entry::getKey, Map.Entry::getValue))
                .defaultIfEmpty(Map.of());
    }

    private Mono<Map.Entry<String, Long>> waiting(NavCount count, StaffMember member) {
        return count.waiting(member)
                .map(it -> Map.entry(count.path(), it))
                .doOnNext(_ -> counting.works())
                .onErrorResume(error -> {
                    counting.failed(error, "the navigation shows no numbers");
                    return Mono.empty();
                });
    }

    /// The path of the navigation's entry that the page belongs to: the longest that it lies below; empty without.
    @ModelAttribute("here")
    String here(ServerWebExchange exchange) {
        String page = exchange.getRequest().getPath().pathWithinApplication().value();
        return nav.stream()
                .map(NavItem::path)
                .filter(entry -> (page + "/").startsWith(entry + "/"))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    /// Also puts the token where forms with `th:action` find it.
    @ModelAttribute("csrf")
    Mono<CsrfToken> csrf(ServerWebExchange exchange) {
        Mono<CsrfToken> token = exchange.getAttribute(CsrfToken.class.getName());
        return token == null ? Mono.empty() : token.doOnSuccess(it -> keep(exchange, it));
    }

    private static void keep(ServerWebExchange exchange, @Nullable CsrfToken token) {
        if (token != null) {
            exchange.getAttributes().put(CsrfRequestDataValueProcessor.DEFAULT_CSRF_ATTR_NAME, token);
        }
    }
}
