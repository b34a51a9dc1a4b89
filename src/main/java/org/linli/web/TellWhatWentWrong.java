package org.linli.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.linli.platform.traces.Failed;
import org.linli.platform.traces.Refusals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.webflux.autoconfigure.error.AbstractErrorWebExceptionHandler;
import org.springframework.boot.webflux.error.ErrorAttributes;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Says what went wrong, whether anything was lost, what to do and a number to tell support; never how we are built.
@Component
@Order(-2)
class TellWhatWentWrong extends AbstractErrorWebExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(TellWhatWentWrong.class);
    private static final Pattern DESK = Pattern.compile("https?://[^/]+(/desk(?:/[A-Za-z0-9/-]*)?)(?:[?#].*)?");
    private static final Set<Integer> WITH_WORDS = Set.of(400, 401, 403, 404, 409, 413, 500, 503);

    private final Refusals refusals;

    TellWhatWentWrong(
            ErrorAttributes attributes,
            WebProperties properties,
            ApplicationContext context,
            List<ViewResolver> views,
            ServerCodecConfigurer codecs,
            Refusals refusals) {
        super(attributes, properties.getResources(), context);
        setViewResolvers(views);
        setMessageWriters(codecs.getWriters());
        setMessageReaders(codecs.getReaders());
        this.refusals = refusals;
    }

    /// Without the session: where Redis is what went wrong, asking for it would go wrong again.
    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        return super.handle(new NobodySignedIn(exchange), error);
    }

    @Override
    protected RouterFunction<ServerResponse> getRoutingFunction(ErrorAttributes attributes) {
        return RouterFunctions.route(TellWhatWentWrong::wantsPage, this::page)
                .andRoute(RequestPredicates.all(), this::json);
    }

    private static boolean wantsPage(ServerRequest request) {
        return request.headers().accept().stream().anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype)
                || request.headers().firstHeader("HX-Request") != null;
    }

    private Mono<ServerResponse> page(ServerRequest request) {
        var error = getError(request);
        var status = MeantStatus.of(error);
        boolean part = request.headers().firstHeader("HX-Request") != null;
        return ServerResponse.status(status)
                .contentType(MediaType.TEXT_HTML)
                .render(
                        part ? "web/trouble :: alert" : "web/trouble",
                        Map.of(
                                "status",
                                words(status),
                                "words",
                                error instanceof ForAdministrators ? "admins" : Integer.toString(words(status)),
                                "number",
                                number(request),
                                "desk",
                                isAtDesk(request),
                                "back",
                                back(request)));
    }

    /// The page at the desk on which it went wrong, from which one is led to sign in and back; of it only the path.
    private static String back(ServerRequest request) {
        var headers = request.headers();
        var page = Optional.ofNullable(headers.firstHeader("HX-Current-URL"))
                .or(() -> Optional.ofNullable(headers.firstHeader(HttpHeaders.REFERER)))
                .orElse("");
        var atDesk = DESK.matcher(page);
        return atDesk.matches() ? atDesk.group(1) : "/desk";
    }

    /// Whoever is not signed in is asked to on the way there.
    private static boolean isAtDesk(ServerRequest request) {
        return (request.path() + "/").startsWith("/desk/");
    }

    private Mono<ServerResponse> json(ServerRequest request) {
        var status = MeantStatus.of(getError(request));
        return request.path().startsWith("/api/") ? problem(status, request) : plain(status, request);
    }

    /// As the calls refuse: RFC 9457.
    private static Mono<ServerResponse> problem(HttpStatusCode status, ServerRequest request) {
        var problem = ProblemDetail.forStatus(status);
        problem.setProperty("number", number(request));
        return ServerResponse.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyValue(problem);
    }

    private static Mono<ServerResponse> plain(HttpStatusCode status, ServerRequest request) {
        return ServerResponse.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("status", status.value(), "number", number(request)));
    }

    /// Somebody tried what is not theirs, or sent a form without its token.
    private static void tellRefusal(ServerRequest request) {
        LOG.info(
                "{} {} is refused, from {}, who was told the number {}",
                request.method(),
                pattern(request),
                Attempts.Whence.of(request.exchange()).address(),
                number(request));
    }

    @Override
    protected void logError(ServerRequest request, ServerResponse response, Throwable error) {
        if (response.statusCode().equals(HttpStatus.FORBIDDEN)) {
            tellRefusal(request);
        }
        if (response.statusCode().equals(HttpStatus.NOT_FOUND)) {
            refusals.notThere(request.exchange());
        }
        if (response.statusCode().is5xxServerError()) {
            LOG.error(
                    "{} {} failed, the caller was told {} and the number {}: {}",
                    request.method(),
                    pattern(request),
                    response.statusCode().value(),
                    number(request),
                    Failed.briefly(error));
        }
    }

    /// And not the address: those of doors end with their secret.
    private static Object pattern(ServerRequest request) {
        return request.attribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE).orElse("a page");
    }

    /// The number whose words are told: an uncommon one is told as its family's.
    private static int words(HttpStatusCode status) {
        int family = status.is5xxServerError() ? 500 : 400;
        return WITH_WORDS.contains(status.value()) ? status.value() : family;
    }

    private static String number(ServerRequest request) {
        return request.exchange().getRequest().getId();
    }
}
