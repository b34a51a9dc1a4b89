package org.linli.web.resident;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.linli.channels.SignInPlatform;
import org.linli.channels.SignInRefused;
import org.linli.channels.SignInRefused.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Sends people to the platform's page and takes them back.
///
/// The `state` that travels along is random, good once and for ten minutes, and only in the browser that began: nobody
/// is signed in as somebody else by a link. It leads to pages below `/my` and nowhere else.
@Controller
class SignInPages {

    private static final Logger LOG = LoggerFactory.getLogger(SignInPages.class);
    private static final String KIND = "state";
    private static final String COOKIE = "linli-sign-in";
    private static final Duration LASTS = Duration.ofMinutes(10);
    private static final Pattern OURS = Pattern.compile("/my(?:/[A-Za-z0-9-]{1,64}){0,4}");

    private final List<SignInPlatform> platforms;
    private final Keepsakes keepsakes;
    private final Residence residence;

    SignInPages(List<SignInPlatform> platforms, Keepsakes keepsakes, Residence residence) {
        this.platforms = List.copyOf(platforms);
        this.keepsakes = keepsakes;
        this.residence = residence;
    }

    /// @param account of ours; without a known one there is nobody to ask
    /// @param to      where to go afterwards
    @GetMapping(Residence.SIGN_IN)
    Mono<Rendering> ask(
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "/my") String to,
            ServerWebExchange exchange) {
        String page = OURS.matcher(to).matches() ? to : "/my";
        return Secrets.fresh()
                .zipWith(Secrets.fresh())
                .flatMap(secrets -> Mono.justOrEmpty(question(account, secrets.getT1()))
                        .delayUntil(_ -> remember(exchange, secrets.getT1(), secrets.getT2(), page)))
                .map(SignInPages::sentTo)
                .switchIfEmpty(Mono.fromSupplier(() -> told("nowhere")));
    }

    @GetMapping("/my/signed-in/{channel}/{account}")
    Mono<Rendering> back(
            @PathVariable String channel,
            @PathVariable String account,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String state,
            ServerWebExchange exchange) {
        return page(state, exchange)
                .flatMap(page -> platform(channel)
                        .who(account, code)
                        .flatMap(person -> residence.welcome(exchange, person))
                        .thenReturn(sentTo(URI.create(page))));
    }

    @ExceptionHandler
    Rendering refused(SignInRefused refused) {
        LOG.info("somebody is not known at their page: {}", refused.getMessage());
        return told(refused.reason().name().toLowerCase(Locale.ROOT));
    }

    private Optional<URI> question(String account, String state) {
        return platforms.stream()
                .flatMap(it -> it.ask(account, "/my/signed-in/%s/%s".formatted(it.channel(), account), state).stream())
                .findFirst();
    }

    private Mono<Void> remember(ServerWebExchange exchange, String state, String browser, String page) {
        exchange.getResponse().addCookie(Residence.cookie(exchange, COOKIE, browser, "/my", LASTS));
        return keepsakes
                .keep(KIND, state, Secrets.hashed(browser) + " " + page, LASTS)
                .onErrorMap(SignInPages::away);
    }

    /// Where they wanted to go. Signals [SignInRefused] where they did not begin here, or not in time.
    private Mono<String> page(String state, ServerWebExchange exchange) {
        String browser = Optional.ofNullable(exchange.getRequest().getCookies().getFirst(COOKIE))
                .map(HttpCookie::getValue)
                .orElse("");
        return Mono.just(state)
                .filter(Secrets::mayBe)
                .flatMap(it -> keepsakes.take(KIND, it).onErrorMap(SignInPages::away))
                .filter(kept -> kept.startsWith(Secrets.hashed(browser) + " "))
                .map(kept -> kept.substring(kept.indexOf(' ') + 1))
                .switchIfEmpty(Mono.error(() -> new SignInRefused(Reason.EXPIRED, "no such state in this browser")));
    }

    private SignInPlatform platform(String channel) {
        return platforms.stream()
                .filter(it -> it.channel().value().equals(channel))
                .findFirst()
                .orElseThrow(() -> new SignInRefused(Reason.MISCONFIGURED, "no such channel"));
    }

    private static Throwable away(Throwable error) {
        return new SignInRefused(Reason.AWAY, error.getClass().getSimpleName());
    }

    private static Rendering sentTo(URI address) {
        return Rendering.redirectTo(address.toString()).build();
    }

    private static Rendering told(String why) {
        return Rendering.view("web/my-door")
                .modelAttribute("why", why)
                .status(
                        why.equals("away") || why.equals("misconfigured")
                                ? HttpStatus.SERVICE_UNAVAILABLE
                                : HttpStatus.OK)
                .header("Cache-Control", "no-store")
                .build();
    }
}
