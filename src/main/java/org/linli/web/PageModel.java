package org.linli.web;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.community.StaffMember;
import org.springframework.security.web.reactive.result.view.CsrfRequestDataValueProcessor;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// What the layout needs on every page.
@ControllerAdvice(annotations = Controller.class)
class PageModel {

    private final SignedIn signedIn;
    private final List<NavItem> nav;

    PageModel(SignedIn signedIn, List<NavItem> nav) {
        this.signedIn = signedIn;
        this.nav = nav.stream().sorted(Comparator.comparingInt(NavItem::order)).toList();
    }

    @ModelAttribute("signedIn")
    Mono<StaffMember> signedIn() {
        return signedIn.member();
    }

    @ModelAttribute("nav")
    List<NavItem> nav() {
        return nav;
    }

    /// Where the page lies, for marking its entry in the navigation.
    @ModelAttribute("path")
    String path(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().pathWithinApplication().value();
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
